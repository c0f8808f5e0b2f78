#!/usr/bin/env bash
# Starts the portal from a fresh clone. Ctrl-C or SIGTERM stops everything it started.
set -euo pipefail
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
. "$root/build/common.sh"

usage='用法：./run.sh [--port 5080] [--data 目录] [--no-seed | --seed] [--listen 127.0.0.1]
  --data     数据目录，默认为本仓库的 .data/
  --no-seed  不导入 data/notices/ 中的通知
  --seed     使用 ConnectionStrings__Tracker 指定的服务器时也导入'
port=5080
data=$root/.data
rest=()
while [ $# -gt 0 ]; do
  case $1 in
  --port=* | --data=* | --listen=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
  --port | --data | --listen)
    [ $# -ge 2 ] && [ -n "$2" ] || { say "$usage"; exit 2; }
    case $1 in
    --port) port=$2 ;;
    --data) case $2 in /*) data=$2 ;; *) data=$PWD/$2 ;; esac ;;
    --listen) rest+=("$1" "$2") ;;
    esac
    shift 2
    ;;
  --no-seed | --seed) rest+=("$1"); shift ;;
  -h | --help) printf '%s\n' "$usage"; exit 0 ;;
  *) say "不认识的参数：$1"; say "$usage"; exit 2 ;;
  esac
done
[[ $port =~ ^[0-9]{1,5}$ ]] || { say "端口须为数字：$port"; exit 2; }

if [ -z "${ConnectionStrings__Tracker:-}" ] && ! has_postgres; then
  [ -z "${PT_POSTGRES_BIN:-}" ] || fail "PT_POSTGRES_BIN 所指的目录中没有 initdb、pg_ctl、postgres：$PT_POSTGRES_BIN"
  can_install || fail "没有找到 PostgreSQL 服务器程序。请安装（Debian、Ubuntu：sudo apt-get install postgresql），
或用 PT_POSTGRES_BIN 指明其所在目录，或设置 ConnectionStrings__Tracker 使用已有的服务器。"
  install_postgres
fi

web=$root/src/PolicyTracker.Web/bin/Release/net10.0/PolicyTracker.Web.dll
web_sources=("$root"/src/PolicyTracker.{Parsing,Core,LocalPostgres,Web} "$root/data/notices" "$root/docs/guide")
is_built web "$web" "${web_sources[@]}" || say "正在构建，首次约需一分钟…"
build web "$web" "$root/src/PolicyTracker.Web" yes "${web_sources[@]}"
exec "$dotnet" "$web" --port "$port" --data "$data" "${rest[@]}"

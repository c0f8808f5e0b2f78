# Sourced by run.sh, test.sh and pt, which set `root`. Everything for people goes to standard error.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# No build server may outlive the command that was typed.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
state=$root/artifacts/build

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

dotnet=$(command -v dotnet || true)
for place in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
  [ -n "$dotnet" ] || [ ! -x "$place/dotnet" ] || dotnet=$place/dotnet
done

need_sdk() {
  [ -n "$dotnet" ] && (cd "$root" && "$dotnet" --version) >/dev/null 2>&1 && return
  fail "需要 .NET SDK 10（global.json 指定的版本），请先安装。 / The .NET SDK 10 that global.json names is needed."
}

# Is the output of a build newer than its sources? Asked at every start, so it must cost milliseconds: a build that has
# nothing to do takes seconds. Files count from the beginning of the build (one may be edited meanwhile), folders from
# its end (the build itself makes bin and obj in them; a later change says that a file was added or removed).
# $1: name; $2: the assembly; then the sources.
is_built() {
  local stamp=$state/$1 assembly=$2
  shift 2
  [ -f "$assembly" ] && [ -f "$stamp" ] && [ -f "$stamp.begun" ] || return 1
  [ -z "$(find "$@" "$root"/Directory.*.props "$root/global.json" \
    \( -name bin -o -name obj -o -name _framework \) -prune -o \
    \( -type f -newer "$stamp.begun" -o -type d -newer "$stamp" \) -print -quit)" ]
}

# Builds a project or the solution in Release unless it is built. Two that want it at once take turns.
# $1: name; $2: the assembly; $3: what to build; $4: needs the Blazor script (yes or no); then the sources.
build() {
  local name=$1 assembly=$2 target=$3 blazor=$4 options
  shift 4
  ! is_built "$name" "$assembly" "$@" || return 0
  need_sdk
  mkdir -p "$state"
  exec 8>"$state/lock"
  flock 8
  if ! is_built "$name" "$assembly" "$@"; then
    options=("-p:PtCompileAhead=$(ahead_compiler)")
    [ "$blazor" = no ] || options+=("-p:PtOfficialBlazorScript=$(official_blazor_script)")
    touch "$state/$name.beginning"
    interruptible "$dotnet" build "$target" -c Release -nologo -v quiet -clp:ErrorsOnly -nodeReuse:false \
      -p:UseSharedCompilation=false "${options[@]}" >"$state/$name.log" 2>&1 || {
      cat "$state/$name.log" >&2
      fail "构建失败。 / The build failed."
    }
    mv -f "$state/$name.beginning" "$state/$name.begun"
    touch "$state/$name"
  fi
  exec 8>&-
}

# Bash alone would die of a SIGTERM and leave the build running; dotnet takes its time over one. So the build gets a
# process group of its own, which is killed: it has no stamp yet and is begun again.
interruptible() {
  local child result=0
  setsid -w "$@" </dev/null &
  child=$!
  trap 'kill -KILL -- "-$child" 2>/dev/null; exit 143' TERM INT
  wait "$child" || result=$?
  trap - TERM INT
  return $result
}

# Packages that not every registry holds, see docs/decisions: blazor-script and compiled-ahead.
official_blazor_script() {
  restores official-blazor-script Microsoft.NET.Sdk.Web '<PropertyGroup><RequiresAspNetWebAssets>true</RequiresAspNetWebAssets></PropertyGroup>'
}

ahead_compiler() {
  local package='microsoft.netcore.app.crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)' version='$(BundledNETCoreAppPackageVersion)'
  restores ahead-compiler Microsoft.NET.Sdk "<ItemGroup><PackageDownload Include='$package' Version='[$version]' /></ItemGroup>"
}

# Prints whether such a project restores here (true or false): tried once, then remembered. To ask again, delete artifacts/build/NAME.
# $1: name; $2: SDK; $3: what stands in the project.
restores() {
  local answer=$state/$1 probe=$state/probe/$1
  if [ ! -s "$answer" ]; then
    mkdir -p "$probe"
    for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do
      echo '<Project />' >"$probe/$file"
    done
    cat >"$probe/Probe.csproj" <<PROBE
<Project Sdk="$2">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  $3
</Project>
PROBE
    if "$dotnet" restore "$probe/Probe.csproj" -v quiet -nodeReuse:false >"$probe/log" 2>&1 </dev/null; then
      echo true >"$answer"
    elif grep -qE 'NU110[123]' "$probe/log"; then
      echo false >"$answer" # the registry answers and lacks the package
    else
      echo false # nobody answered; ask again next time
      return
    fi
  fi
  cat "$answer"
}

# The folders are those that PostgresBinaries.cs looks into.
has_postgres() {
  local folder folders=("${PT_POSTGRES_BIN:-}")
  [ -n "${PT_POSTGRES_BIN:-}" ] || {
    IFS=: read -ra folders <<<"$PATH"
    folders+=(/usr/lib/postgresql/*/bin /usr/local/lib/postgresql/*/bin /opt/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin)
  }
  for folder in "${folders[@]}"; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ] && return
  done
  return 1
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  local log=$state/apt.log
  mkdir -p "$state"
  say "正在用 apt 安装 $* …"
  {
    apt-get -o DPkg::Lock::Timeout=120 update -qq || true # one source that fails need not matter
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || {
    tail -n 30 "$log" >&2
    fail "安装失败。 / apt-get could not install: $*"
  }
}

# The programs alone: while this file stands, Debian's package neither makes nor starts a cluster of its own.
install_postgres() {
  local folder=/etc/postgresql-common/createcluster.d
  mkdir -p "$folder"
  echo 'create_main_cluster = false' >"$folder/policytracker.conf"
  trap 'rm -f /etc/postgresql-common/createcluster.d/policytracker.conf' EXIT
  apt_install postgresql "$@"
  rm -f "$folder/policytracker.conf"
  trap - EXIT
}

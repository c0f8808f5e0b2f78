# One step in the life of the cluster: create, start or stop. Runs as the account that owns the cluster.
#
# Descriptor 9 is open on the cluster's folder, and every path goes through it. So the account needs no way through
# the folders above (a clone under /root, a data folder of mode 0700), nothing that is not ours is loosened, and the
# server's socket path is short whatever the folder is called. See docs/decisions/private-postgres.md.
set -eu
umask 077
step=$1
bin=$2
sync=$3 # --no-sync for tests, else empty
home=/proc/self/fd/9
cluster=$home/cluster

create() {
    rm -rf "$home"/cluster.new.* # left by a first start that was killed
    new=$home/cluster.new.$$
    od -An -tx1 -N24 /dev/urandom | tr -d ' \n' >"$home/password.new"
    mv -f "$home/password.new" "$home/password"
    "$bin/initdb" -D "$new" -U tracker --pwfile="$home/password" --auth=scram-sha-256 \
        --locale=C.UTF-8 --encoding=UTF8 --data-checksums ${sync:+"$sync"} >"$home/initdb.log" 2>&1 || {
        cat "$home/initdb.log" >&2
        exit 1
    }
    # Ours is written anew at every start; local.conf is the administrator's.
    printf "include 'policytracker.conf'\ninclude 'local.conf'\n" >>"$new/postgresql.conf"
    echo '# Your own settings; they win over policytracker.conf.' >"$new/local.conf"
    mv -T "$new" "$cluster" # from here on there is a cluster: all of it or nothing
}

# Is this process a PostgreSQL process of this cluster? Process numbers are used again, so the number alone says nothing.
is_ours() {
    [ "/proc/$1/cwd" -ef "$cluster" ] || return 1
    case $(readlink "/proc/$1/exe") in
    */postgres | */postgres\ \(deleted\)) ;;
    *) return 1 ;;
    esac
}

server_lives() {
    pid=$(sed -n 1p "$cluster/postmaster.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] && is_ours "$pid"
}

# After kill -9 of the server its children linger for a while and hold the shared memory that a new one needs.
clear_remains() {
    ! server_lives || return 0
    for tries in 1 2 3 4 5 6 7 8 9 10; do
        remains=
        for process in /proc/[0-9]*; do
            if is_ours "${process#/proc/}"; then
                remains=yes
                kill -KILL "${process#/proc/}" 2>/dev/null || true
            fi
        done
        [ -n "$remains" ] || break
        sleep 0.05
    done
    # A lock file whose number another program has got, or whose process nobody has reaped yet, would stop the next start.
    rm -f "$cluster/postmaster.pid" "$home/.s.PGSQL.5432" "$home/.s.PGSQL.5432.lock"
}

start() {
    cat >"$cluster/policytracker.conf"
    stop # a server that still lives does not answer, or nobody would start another
    if [ -n "$(find "$home/server.log" -size +10M 2>/dev/null)" ]; then
        mv -f "$home/server.log" "$home/server.log.1"
    fi
    # pg_ctl gives the server a session of its own, so that Ctrl-C in the terminal does not reach it. Replaying the log
    # after a crash may take minutes; a server that fails ends the waiting at once.
    "$bin/pg_ctl" start -s -w -t 600 -D "$cluster" -l "$home/server.log" \
        -o "-c listen_addresses='' -k $home -p 5432" || {
        tail -n 12 "$home/server.log" >&2
        exit 1
    }
}

stop() {
    if server_lives; then
        "$bin/pg_ctl" stop -s -w -t 30 -m fast -D "$cluster" ||
            "$bin/pg_ctl" stop -s -w -t 10 -m immediate -D "$cluster" || true
    fi
    clear_remains
}

"$step"

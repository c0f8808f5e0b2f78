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

# Whether a process is one of PostgreSQL's in this cluster: lives, ends, or neither. Process numbers are used again, so the
# number alone says nothing. While the kernel frees a process's memory it has lost its program but still stands in its folder.
state_of() {
    state=
    [ "/proc/$1/cwd" -ef "$cluster" ] || return 0
    case $(readlink "/proc/$1/exe") in
    */postgres | */postgres\ \(deleted\)) state=lives ;;
    "") state=ends ;;
    esac
}

server_lives() {
    pid=$(sed -n 1p "$cluster/postmaster.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] || return 1
    state_of "$pid"
    [ "$state" = lives ]
}

# After kill -9 of the server its children linger for a while and hold the shared memory that a new one needs: up to ten
# seconds are given to them.
clear_remains() {
    ! server_lives || return 0
    tries=0
    while [ $tries -lt 200 ]; do
        tries=$((tries + 1))
        remains=
        for process in /proc/[0-9]*; do
            state_of "${process#/proc/}"
            [ -n "$state" ] || continue
            remains=yes
            [ $state = ends ] || kill -KILL "${process#/proc/}" 2>/dev/null || true
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

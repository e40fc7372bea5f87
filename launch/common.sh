# shellcheck shell=bash
# What the launchers of the source tree and of a release share. The folder of this file also holds
#   environment.properties   variables for the engine: one thread an operation, since parallelism across trials uses the machine
#                  best and two pools of threads spin against each other; and glibc is told to keep the large blocks
#                  that a training step frees and takes again at once
#   java-options   what the Java machine is told
#   cluster-java-options   what it is told besides when it talks to a cluster
#   main-class     the command line's entry

launch=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
    echo "peekbench: $*" >&2
    exit 1
}

# Sets PEEKBENCH_CACHE, the one folder written to besides the results.
find_cache() {
    export PEEKBENCH_CACHE=${PEEKBENCH_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/peekbench}
    mkdir -p "$PEEKBENCH_CACHE" 2>/dev/null && [ -w "$PEEKBENCH_CACHE" ] ||
        fail "the cache folder ($PEEKBENCH_CACHE) cannot be written; set PEEKBENCH_CACHE to one that can"
    PEEKBENCH_CACHE=$(cd "$PEEKBENCH_CACHE" && pwd)
}

# Sets java to that of JAVA_HOME or of the PATH; the argument says what to install.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME ($JAVA_HOME) holds no bin/java. $1"
    else
        java=$(command -v java) || fail "no java on the PATH. $1"
    fi
}

# Fails unless java is new enough; the argument says what to install.
check_java() {
    local version
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] || fail "$java is Java ${version:-of an unknown version}. $1"
}

# Whether a command line asks for trials on a cluster.
wants_cluster() {
    local word before=""
    for word in "$@"; do
        case "$before $word" in
            "--engine spark" | *" --engine=spark") return 0 ;;
        esac
        before=$word
    done
    return 1
}

# Sets archive to options by which the Java machine takes the classes of a program as an earlier start of it left them in the
# cache folder (class data sharing), or leaves them there when it ends: class_archive CLASSPATH MAIN ARGUMENT... Only runs and
# the window leave them, which need more classes than other commands. The Java machine writes an archive's header last and
# passes over one that has none, or has other classes than it finds; trial processes have archives of their own.
class_archive() {
    local classpath=$1 main=$2 file
    file=$(printf '%s\n' "$classpath" "$(ls -lnL "$java" "${classpath%%:*}")" | cksum | tr ' ' -)
    file=$PEEKBENCH_CACHE/classes-$main-$file.jsa
    archive=(-Xlog:cds=off -Xlog:cds+dynamic=off)
    if [ -s "$file" ]; then
        archive+=("-XX:SharedArchiveFile=$file")
    elif [ "$main" = peekbench.ui.Main ] || [ "${3:-}" = run ]; then
        find "$PEEKBENCH_CACHE" -maxdepth 1 -name "classes-$main-*.jsa" -mtime +30 -exec rm -f {} +
        archive+=("-XX:ArchiveClassesAtExit=$file")
    fi
}

# Becomes the Java machine: launch CLASSPATH MAIN ARGUMENT...
# With cluster_classpath set it finds Spark there too; trial processes do without.
launch() {
    local classpath=$1 main=$2 headless=(-Djava.awt.headless=true) cluster=() archive
    class_archive "$@"
    shift 2
    if [ -n "${cluster_classpath:-}" ]; then
        cluster=("@$launch/cluster-java-options" "-Dpeekbench.trial-class-path=$classpath")
        classpath=$cluster_classpath
    fi
    [ "$main" != peekbench.ui.Main ] || headless=()
    set -a
    # shellcheck source=environment.properties disable=SC1091
    . "$launch/environment.properties"
    set +a
    # shellcheck disable=SC2086  # several options in one variable
    exec "$java" "@$launch/java-options" "${archive[@]}" ${headless[@]+"${headless[@]}"} ${cluster[@]+"${cluster[@]}"} \
        -Dorg.bytedeco.javacpp.cachedir="$PEEKBENCH_CACHE/javacpp" \
        -Djavafx.cachedir="$PEEKBENCH_CACHE/javafx" \
        -Dorg.sqlite.tmpdir="$PEEKBENCH_CACHE" \
        ${PEEKBENCH_JAVA_OPTIONS:-} -cp "$classpath" "$main" "$@"
}

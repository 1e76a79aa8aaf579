#!/bin/sh
# Sets up .venv from requirements.lock, with hashes, and again when that file's content changes; else does nothing.
# Knows which Python will do, and how to say that none does. Does not know the pipeline.
#
#   PYTHON=/path/to/python3 sh tools/venv.sh      PYTHON is optional: the first Python that will do is taken.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

venv=.venv
stamp=$venv/requirements.lock # the lock that .venv was made from, put there last: no stamp, no environment

fail() {
    echo "$*" >&2
    exit 1
}

# Prints "3.11.7 yes venv": the version, whether it will do, whether it can make environments. Runs in Python 2 too.
# Debian has the venv module without ensurepip until python3-venv is installed, so it is ensurepip that tells.
describe() {
    "$1" -c '
import sys
try:
    import venv, ensurepip
    has_venv = "venv"
except ImportError:
    has_venv = "no-venv"
enough = "yes" if sys.version_info >= (3, 11) else "no"
print("%d.%d.%d %s %s" % (sys.version_info[:3] + (enough, has_venv)))
' 2>/dev/null
}

# .venv was made from this lock, by a Python that is still there, and that is the one asked for if one was.
is_current() {
    cmp -s requirements.lock "$stamp" || return 1
    "$venv/bin/python" -c 'import pip' 2>/dev/null || return 1
    [ -z "${PYTHON:-}" ] || [ "$(describe "$PYTHON")" = "$(describe "$venv/bin/python")" ]
}

# Sets python, or ends with one sentence. Candidates are run, not only looked up: a shim can be there and fail.
find_python() {
    too_old='' without_venv=''
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.14 python3.13 python3.12 python3.11 python3 python
    fi
    for python; do
        facts=$(describe "$python") || continue
        found="Python ${facts%% *} ($(command -v "$python"))"
        case $facts in
        *' yes venv') return ;;
        *' yes no-venv') without_venv=${without_venv:-$found} ;;
        *) too_old=${too_old:-$found} ;;
        esac
    done
    name_it='or name it: make build PYTHON=/path/to/python3'
    if [ -n "$without_venv" ]; then
        fail "$without_venv cannot make virtual environments because its venv module is missing or incomplete;" \
            "on Debian and Ubuntu: apt install python3-venv"
    elif [ -n "$too_old" ]; then
        fail "Python 3.11 or newer is needed, but only $too_old was found; install a newer one, $name_it"
    elif [ -n "${PYTHON:-}" ]; then
        fail "PYTHON=$PYTHON is not a Python that can be run; name one of version 3.11 or newer, or leave PYTHON out"
    fi
    fail "No Python was found; install Python 3.11 or newer, $name_it"
}

if is_current; then exit 0; fi
find_python
echo "Setting up $venv with Python ${facts%% *} ..." >&2
if [ -L "$venv" ]; then rm "$venv"; fi # a link to another folder's: that one must not be emptied
"$python" -m venv --clear "$venv" || fail "$python could not make $venv; the lines above say why."
cp requirements.lock "$stamp.part"
# Wheels only: nothing is compiled, so no compiler is needed. -qq: errors, but no warnings and no progress.
"$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check --only-binary :all: \
    --require-hashes -r "$stamp.part" ||
    fail "The packages in requirements.lock could not be installed; the lines above say why."
mv -f "$stamp.part" "$stamp"

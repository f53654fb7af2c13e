# Read by scripts in the root of the repository: sets `uv`, after putting it into .uv/ where the machine has none.
export UV_PYTHON_DOWNLOADS=never
[ ! -s /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=true # what this machine trusts, uv may
[ -w "${HOME:-/nonexistent}" ] || export UV_CACHE_DIR="$PWD/.uv/cache" # an account without a home of its own

if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    uv=$PWD/.uv/bin/uv
    if ! [ -x "$uv" ]; then
        command -v python3 >/dev/null 2>&1 && python3 -m pip --version >/dev/null 2>&1 || {
            echo "$0: needs uv, or python3 with pip (Debian: apt-get install python3-pip)" >&2
            exit 2
        }
        # --target leaves the system's packages alone, so an externally managed python (PEP 668) allows it.
        python3 -m pip install --quiet --root-user-action=ignore --target .uv uv
    fi
fi

#!/bin/bash
# Runs a command in a clone of this repository's HEAD on a Debian 12 that has nothing but Node and git: a fresh root
# made by debootstrap, entered by chroot. Needs root and debootstrap. The root is removed afterwards.
#   scripts/bare-machine.sh [--user] npm run demo
# --user runs it as an unprivileged user without sudo.
set -euo pipefail

account=root
if [ "${1-}" = --user ]; then
  account=nobody
  shift
fi
[ $# -gt 0 ] || { echo "usage: $0 [--user] COMMAND..." >&2; exit 2; }

repository=$(cd "$(dirname "$0")/.." && pwd)
machine=$(mktemp -d /tmp/virtkit-bare-machine.XXXXXX)
chmod 755 "$machine"

leave() {
  for mounted in dev/shm dev/pts dev proc; do
    ! mountpoint -q "$machine/$mounted" || umount "$machine/$mounted"
  done
  rm -rf --one-file-system "$machine"
}
trap leave EXIT

debootstrap --variant=minbase --include=ca-certificates,git bookworm "$machine" >"$machine.log" 2>&1 || {
  cat "$machine.log" >&2
  exit 1
}
rm "$machine.log"

node=$(readlink -f "$(command -v node)")
npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
mkdir -p "$machine/usr/local/lib/node_modules"
cp "$node" "$machine/usr/local/bin/node"
cp -a "$npm" "$machine/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$machine/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$machine/usr/local/bin/npx"

# The way to the network is this machine's own.
cp /etc/resolv.conf /etc/hosts "$machine/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"
network=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
  [ -z "${!name-}" ] || network+=("$name=${!name}")
done

mkdir "$machine/dev/shm" 2>/dev/null || true
mount -t proc proc "$machine/proc"
mount --bind /dev "$machine/dev"
mount -t devpts devpts "$machine/dev/pts"
mount -t tmpfs shm "$machine/dev/shm"

home=$machine/home/newcomer
mkdir -p "$home"
git clone --quiet --no-hardlinks "$repository" "$home/virtkit"
[ "$account" = root ] || chroot "$machine" chown -R "$account" /home/newcomer
chroot --userspec="$account" "$machine" env -i "${network[@]}" \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/newcomer LANG=C.UTF-8 TERM=dumb \
  NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
  bash -c 'cd ~/virtkit && exec "$@"' bash "$@"

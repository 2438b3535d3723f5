#!/bin/sh
# Publishes a new version of an app, for example from CI:
#
#   POMONA_URL=https://store.example POMONA_KEY=pk_... \
#     sh publish.sh org.example.app linux 1.4.0 build/app.AppImage "What is new"
#
# The key needs the scopes `read` and `release`. Needs curl, sha256sum and the usual small tools. It may be run again
# after whatever interrupted it, and when all is done: the version is taken up where it is, and the upload goes on where
# it broke off. Prints the version's state; what the store refuses goes to stderr, and the exit code is not 0.
set -eu
app=$1 platform=$2 version=$3 file=$4 notes=${5:-}
versions=$POMONA_URL/api/v1/console/apps/$app/versions
type='Content-Type: application/json'

call() {
  answer=$(curl -sS --fail-with-body --retry 5 --retry-connrefused -H "Authorization: Bearer $POMONA_KEY" "$@") ||
    { printf '%s\n' "$answer" >&2; return 1; }
  printf '%s' "$answer"
}
text() { printf '%s' "$1" | tr -d '\r' | sed ':a;$!{N;ba};s/\\/\\\\/g;s/"/\\"/g;s/\t/\\t/g;s/\n/\\n/g'; }
member() { printf '%s' "$2" | grep -o "\"$1\":\"*[^\",}]*" | head -n 1 | sed 's/.*:"*//'; }

size=$(wc -c <"$file" | tr -d ' ')
sha256=$(sha256sum <"$file" | cut -d ' ' -f 1)

# 1. The version: the one of this number and platform, or a new one, which comes out as soon as it is approved.
all=$(call "$versions")
found=$(printf '%s' "$all" | tr '{' '\n' | grep -F "\"version\":\"$version\"" | grep -F "\"platform\":\"$platform\"") ||
  found=$(call "$versions" -H "$type" -d "{\"version\":\"$version\",\"platform\":\"$platform\",\"releaseNotes\":\"$(text "$notes")\",\"releaseMode\":\"automatic\"}")
path=$versions/$(member id "$found")
state=$(member state "$found")

# 2. Its build, in pieces of 8 MiB.
case $state in draft | invalid_binary | rejected)
  if [ "$(member sha256 "$found")" != "$sha256" ]; then
    upload=$(call "$path/uploads" -H "$type" -d "{\"fileName\":\"$(text "$(basename "$file")")\",\"sizeBytes\":$size,\"sha256\":\"$sha256\"}")
    upload=$path/uploads/$(member id "$upload") failures=0
    while build=$(call "$upload") || exit 1 && start=$(member receivedBytes "$build") && [ "$start" -lt "$size" ]; do
      end=$((start + 8388608 < size ? start + 8388608 : size))
      tail -c "+$((start + 1))" "$file" | head -c "$((end - start))" |
        call -X PUT "$upload" -H 'Content-Type: application/octet-stream' \
          -H "Content-Range: bytes $start-$((end - 1))/$size" --data-binary @- >/dev/null && continue
      failures=$((failures + 1))
      [ "$failures" -lt 10 ] || exit 1
      sleep 1
    done
    state=processing
  fi
  ;;
esac

# 3. The store looks into it.
while [ "$state" = processing ]; do
  sleep 1
  found=$(call "$path")
  state=$(member state "$found")
done
[ "$state" != invalid_binary ] || { printf '%s\n' "$found" >&2; exit 1; }

# 4. Hand it in, unless that was done.
case $state in draft | rejected)
  found=$(call -X POST "$path/submit" -H "$type" -d '{}')
  ;;
esac
member state "$found"

#!/usr/bin/env bash
# Makes the corpora that the fuzz targets start from: the articles of seeds/ whole and by paragraphs, and the phrases of
# the tests, one by one. Eight noughts in front: published on 9 March 2025, read as usual.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p corpus/extract corpus/expressions corpus/serde corpus/network

input() { # target, name, text; two more noughts for the target that damages a value
    { head -c "$([ "$1" = serde ] && echo 10 || echo 8)" /dev/zero; printf '%s' "$3"; } >"corpus/$1/$2"
}

for file in ../seeds/*.txt; do
    name="$(basename "$file" .txt)"
    text="$(sed '1,/^$/d' "$file")"
    input extract "$name" "$text"
    n=0
    while IFS= read -r line; do
        [ -n "$line" ] || continue
        n=$((n + 1))
        for target in extract serde; do input "$target" "$name-$n" "$line"; done
    done <<<"$text"
done
n=0
grep -hv '^#' ../tests/phrases/positive.tsv | cut -f 2 | tr -d '[]' | cat - <(grep -hv '^#' ../tests/phrases/negative.tsv) |
    while IFS= read -r line; do
        n=$((n + 1))
        input expressions "phrase-$n" "$line"
    done
for target in network; do
    for n in 1 2 3 4 5 6 7 8; do
        awk -v n="$n" 'BEGIN { srand(n); for (i = 0; i < 97; i++) printf "%c", int(rand() * 127) + 1 }' >"corpus/$target/random-$n"
    done
done

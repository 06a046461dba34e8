package dev.cacheward.cacheprofile.render;

/**
 * Looks at the volume in the pod of a server before the server starts, and lets it start only where its data is in the form that
 * the server reads, and where the server can write. It reads nothing of the data but the size that the header of a dump tells,
 * and changes nothing. What it found becomes the termination message of its container.
 */
final class VolumeLookScript {
    /**
     * Its arguments: the mode of the server, the folder of the data, the file with the form that the claim records, and the file
     * for what it found. Where both a snapshot and a log are there, only the claim can tell which of them is the data. The header
     * is turned into two lines of hexadecimal digits, since few images have a tool for that, and "used-mem" is looked for in the
     * line with the upper half of each byte.
     */
    static final String TEXT = """
            wanted=$1; recorded=$(cat "$3" 2>/dev/null)
            cd "$2" || exit 1
            dump=; log=; base=
            [ -f dump.rdb ] && dump=dump.rdb
            for file in appendonlydir/*.manifest appendonly.aof; do [ -f "$file" ] && log=$file; done
            [ -d appendonlydir ] && ! ls appendonlydir > /dev/null 2>&1 && log=appendonlydir
            for file in appendonlydir/*.base.rdb; do [ -f "$file" ] && base=$file; done
            foreign=$(ls -A | grep -vxE '[.].*|lost[+]found|temp-.*|dump[.]rdb|appendonlydir|appendonly[.]aof' \\
              | head -n 3 | tr '\\n' '/')
            form=Nothing
            if [ "$dump" ] && [ "$log" ]; then form=${recorded:-Both}
            elif [ "$dump" ]; then form=Snapshot
            elif [ "$log" ]; then form=AppendOnly
            elif [ "$foreign" ] && [ -z "$recorded" ]; then form=Foreign
            fi
            [ $form = AppendOnly ] && dump=$base
            error=$( (: > .cacheward-volume) 2>&1 )
            case "$error" in
              ''|*space*|*uota*) writable=yes; rm -f .cacheward-volume;;
              *) writable=no;;
            esac
            high=; low=
            for digit in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
              high=$high$digit$digit$digit$digit$digit$digit$digit$digit
              high=$high$digit$digit$digit$digit$digit$digit$digit$digit
              low=${low}0123456789abcdef
            done
            if [ "$dump" ]; then
              high=$(head -c 200 "$dump" | tr '\\000-\\377' "$high")
              low=$(head -c 200 "$dump" | tr '\\000-\\377' "$low")
              before=${high%%77662666*}; from=$((${#before} + 9)); to=$((from + 11))
              used=$(echo "$high" | cut -c$from-$to)/$(echo "$low" | cut -c$from-$to)
            fi
            {
              echo "form=$form"; echo "writable=$writable"; echo "foreign=$foreign"
              echo "folder=$(ls -lnd . | tr -s ' ' | cut -d ' ' -f 1,3,4)"; echo "user=$(id -u)"; echo "used=$used"
            } > "$4"
            [ $writable = yes ] && { [ $form = Nothing ] || [ $form = "$wanted" ]; }
            """;

    private VolumeLookScript() {}
}

package io.github.crosstie.salesforce.internal.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values of a query's condition, as many at a time as an address has room for. */
final class Conditions {

    /**
     * Half of what an address and all headers may have together: the rest of the query, a token and the other headers
     * have the other.
     */
    private static final int ROOM = 8_192;

    private Conditions() {}

    /** The values, in order, in lists that are short enough for one query each. */
    static List<List<String>> split(Collection<String> values) {
        List<List<String>> lists = new ArrayList<>();
        List<String> list = new ArrayList<>();
        int length = 0;
        for (String value : values) {
            int more = encoded(value);
            if (length + more > ROOM && !list.isEmpty()) {
                lists.add(list);
                list = new ArrayList<>();
                length = 0;
            }
            list.add(value);
            length += more;
        }
        if (!list.isEmpty()) {
            lists.add(list);
        }
        return lists;
    }

    /** How long a value is in an address, with its comma. */
    private static int encoded(String value) {
        return URLEncoder.encode(RecordAccess.quoted(List.of(value)) + ",", StandardCharsets.UTF_8)
                .length();
    }
}

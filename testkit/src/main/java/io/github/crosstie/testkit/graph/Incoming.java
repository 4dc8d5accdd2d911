package io.github.crosstie.testkit.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request, or a part of a batch, as it came.
 *
 * @param method such as {@code GET}
 * @param target its path after the version, with its query, not decoded
 * @param headers its headers by their names, whose case does not matter
 * @param body what was sent; empty if there was nothing
 */
record Incoming(String method, String target, Map<String, List<String>> headers, String body) {

    Incoming {
        Map<String, List<String>> insensitive = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        insensitive.putAll(headers);
        headers = insensitive;
    }

    Address address() {
        int question = target.indexOf('?');
        return question < 0
                ? Address.read(target, "")
                : Address.read(target.substring(0, question), target.substring(question + 1));
    }

    /** Its method and its path without mailbox and ids. */
    String operation() {
        return (method + " " + address().operation()).strip();
    }

    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}

package io.github.crosstie.testkit.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a request.
 *
 * @param path its segments after the version, decoded; keys in brackets are segments of their own
 * @param query the options, decoded, by their names, whose case does not matter
 */
record Address(List<String> path, Map<String, String> query) {

    static final String VERSION = "/v1.0";

    /** A name with a key in brackets, or with brackets alone, as functions have them. */
    private static final Pattern BRACKETS = Pattern.compile("([\\w.$-]+)\\((?:'(.*)')?\\)");

    /**
     * Reads an address.
     *
     * @param path the path after the version, as it came
     * @param query the query as it came; empty if there is none
     */
    static Address read(String path, String query) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/", -1)) {
            String segment = decode(raw.replace("+", "%2B"));
            Matcher brackets = BRACKETS.matcher(segment);
            if (brackets.matches()) {
                segments.add(plain(brackets.group(1)));
                if (brackets.group(2) != null) {
                    segments.add(brackets.group(2).replace("''", "'"));
                }
            } else if (!segment.isEmpty()) {
                segments.add(plain(segment));
            }
        }
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(decode(option.substring(0, equals)), decode(option.substring(equals + 1)));
            }
        }
        return new Address(List.copyOf(segments), options);
    }

    /** The path in words, without keys: what tests call the operation. */
    String operation() {
        List<String> words = new ArrayList<>();
        List<String> below = path.subList(Math.min(path.size(), mailboxSegments()), path.size());
        boolean key = false;
        for (String segment : below) {
            if (!key || segment.equalsIgnoreCase("delta")) {
                words.add(Names.spelled(segment));
            }
            key = !key && Names.isCollection(segment);
        }
        return String.join("/", words);
    }

    /** How many segments name the mailbox: none, one or two. */
    int mailboxSegments() {
        if (path.isEmpty()) {
            return 0;
        }
        return path.get(0).equalsIgnoreCase("me") ? 1 : path.get(0).equalsIgnoreCase("users") ? 2 : 0;
    }

    /** The address of a path below another one. */
    static String below(String root, List<String> path) {
        StringBuilder address = new StringBuilder(root);
        path.forEach(segment -> address.append('/')
                .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20")));
        return address.toString();
    }

    private static String plain(String segment) {
        return segment.startsWith("microsoft.graph.") ? segment.substring("microsoft.graph.".length()) : segment;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

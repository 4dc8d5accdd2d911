package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood so far.
 *
 * @param method such as {@code PATCH}
 * @param root the address of the mailbox, such as {@code http://127.0.0.1:40001/v1.0/users('anna%40acme.example')}
 * @param here the address of what is asked for, without the query
 * @param path the segments below the mailbox, decoded; keys in brackets are segments of their own
 * @param query the options of the query, decoded, by their names, whose case does not matter
 * @param ifMatch the header {@code If-Match}; null if there is none
 * @param prefer what the request prefers
 * @param body the body; missing if there is none
 * @param mailbox whose mailbox it is
 * @param epoch tokens of other epochs have expired
 */
record GraphRequest(
        String method,
        String root,
        String here,
        List<String> path,
        Map<String, String> query,
        @Nullable String ifMatch,
        Prefer prefer,
        JsonNode body,
        StoredMailbox mailbox,
        int epoch) {

    /** How many segments the path has. */
    int depth() {
        return path.size();
    }

    /** A segment of the path; empty if it is shorter. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** Whether a segment of the path is a name, whose case does not matter. */
    boolean at(int index, String name) {
        return segment(index).equalsIgnoreCase(name);
    }

    boolean is(String verb) {
        return method.equals(verb);
    }

    /** The same request, its path seen from a later segment on. */
    GraphRequest below(int segments) {
        return new GraphRequest(
                method, root, here, path.subList(segments, path.size()), query, ifMatch, prefer, body, mailbox, epoch);
    }

    /** An option of the query; empty if it is missing. */
    String option(String name) {
        return query.getOrDefault(name, "");
    }

    /** An option that is a number. */
    int number(String name, int byDefault) throws GraphRefusal {
        String text = option(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new GraphRefusal(400, "BadRequest", "Invalid value '" + text + "' for " + name + " query option.");
        }
        throw new GraphRefusal(400, "BadRequest", "Invalid value '" + text + "' for " + name + " query option.");
    }

    /** The body of a write, which has to be an object. */
    JsonNode object() throws GraphRefusal {
        if (!body.isObject()) {
            throw GraphRefusal.unreadable("Unable to read JSON request payload: it is no object.");
        }
        return body;
    }

    /** The address of something in the mailbox, with one option in its query. */
    String link(String below, String option, String value) {
        return root + "/" + below + "?" + option + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same address with one option in its query. */
    String link(String option, String value) {
        return here + "?" + option + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What a body says about its own shape. */
    String context(String entity) {
        int users = root.indexOf("/users");
        return root.substring(0, users) + "/$metadata#users" + root.substring(users + "/users".length()) + "/" + entity;
    }
}

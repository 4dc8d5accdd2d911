package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to Graph. Made by {@link #get}, {@link #post}, {@link #patch} or {@link #delete}, then refined; every
 * refinement gives a new call.
 *
 * @param name what it is for, as messages tell it, such as {@code list contacts}; no data
 * @param verb what it does
 * @param target where it goes
 * @param headers its own headers; those that every request has are added by the channel
 * @param preferences values of the header {@code Prefer}, such as {@code odata.maxpagesize=100}; the one for immutable
 *     ids is added by the channel
 * @param body what is sent, or null for nothing
 */
public record GraphCall(
        String name,
        Verb verb,
        Target target,
        Map<String, String> headers,
        List<String> preferences,
        @Nullable JsonNode body) {

    /** Copies the collections. */
    public GraphCall {
        headers = Map.copyOf(headers);
        preferences = List.copyOf(preferences);
    }

    /**
     * Reads something.
     *
     * @param name what it is for
     * @param segments the path below the mailbox, segment by segment, not encoded; ids are segments
     * @return the call
     */
    public static GraphCall get(String name, String... segments) {
        return of(name, Verb.GET, null, segments);
    }

    /**
     * Creates something, or asks with a body.
     *
     * @param name what it is for
     * @param body what is sent
     * @param segments the path below the mailbox, segment by segment, not encoded
     * @return the call
     */
    public static GraphCall post(String name, JsonNode body, String... segments) {
        return of(name, Verb.POST, body, segments);
    }

    /**
     * Changes something.
     *
     * @param name what it is for
     * @param body the changed properties
     * @param segments the path below the mailbox, segment by segment, not encoded
     * @return the call
     */
    public static GraphCall patch(String name, JsonNode body, String... segments) {
        return of(name, Verb.PATCH, body, segments);
    }

    /**
     * Removes something.
     *
     * @param name what it is for
     * @param segments the path below the mailbox, segment by segment, not encoded
     * @return the call
     */
    public static GraphCall delete(String name, String... segments) {
        return of(name, Verb.DELETE, null, segments);
    }

    private static GraphCall of(String name, Verb verb, @Nullable JsonNode body, String... segments) {
        return new GraphCall(name, verb, new Target.InMailbox(PercentCoding.path(segments)), Map.of(), List.of(), body);
    }

    /**
     * The same at the service's root in place of the mailbox.
     *
     * @return the call
     * @throws IllegalStateException if it follows a link
     */
    public GraphCall inService() {
        return at(new Target.InService(path()));
    }

    /**
     * The next page: the same name, headers and preferences, which links do not carry along, at a link.
     *
     * @param link as the server gave it
     * @return the call; the channel refuses a link that leads elsewhere
     * @throws ContractBrokenException if it is no link
     */
    public GraphCall following(String link) {
        try {
            return at(new Target.Link(new URI(link)));
        } catch (URISyntaxException e) {
            // Its message would show the link, and with it what is in its query.
            throw new ContractBrokenException(
                    name + ": the server gave a link that is none, broken at " + e.getIndex() + "; report it");
        }
    }

    /**
     * With another query option.
     *
     * @param option its name, such as {@code $select}
     * @param value its value, not encoded
     * @return the call
     * @throws IllegalStateException if it follows a link
     */
    public GraphCall query(String option, String value) {
        String path = path();
        String extended = path
                + (path.indexOf('?') < 0 ? '?' : '&')
                + PercentCoding.query(option)
                + '='
                + PercentCoding.query(value);
        return at(target instanceof Target.InService ? new Target.InService(extended) : new Target.InMailbox(extended));
    }

    /**
     * With another header.
     *
     * @param header its name
     * @param value its value, printable ASCII
     * @return the call
     */
    public GraphCall header(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new GraphCall(name, verb, target, more, preferences, body);
    }

    /**
     * Only if the item is still of a version.
     *
     * @param etag the version, such as {@code W/"CQAAAB..."}
     * @return the call; answered by 412 if the item is of another version
     */
    public GraphCall ifMatch(String etag) {
        return header("If-Match", etag);
    }

    /**
     * With another preference.
     *
     * @param preference such as {@code outlook.timezone="UTC"}
     * @return the call
     */
    public GraphCall preferring(String preference) {
        List<String> more = new ArrayList<>(preferences);
        more.add(preference);
        return new GraphCall(name, verb, target, headers, more, body);
    }

    private GraphCall at(Target another) {
        return new GraphCall(name, verb, another, headers, preferences, body);
    }

    private String path() {
        if (target instanceof Target.InMailbox in) {
            return in.path();
        }
        if (target instanceof Target.InService in) {
            return in.path();
        }
        throw new IllegalStateException(name + ": a link is followed as it is; make a call of your own");
    }

    /** Names the call; shows neither ids nor contents. */
    @Override
    public String toString() {
        return name;
    }
}

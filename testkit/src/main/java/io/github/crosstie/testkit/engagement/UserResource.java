package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The users of units as the API shows them: a listing page by page, and one user. Thread-safe. */
final class UserResource {

    static final String PATH = "/api/v5/objects/users";

    private final PageTokens tokens;
    private final LoopbackFaults faults;
    private final URI baseUrl;
    private volatile int longestSequence = 100_000;

    UserResource(PageTokens tokens, LoopbackFaults faults, URI baseUrl) {
        this.tokens = tokens;
        this.faults = faults;
        this.baseUrl = baseUrl;
    }

    void longestSequence(int users) {
        longestSequence = users;
    }

    Reply get(LoopbackUnit unit, String path, @Nullable String rawQuery) throws ApiRefusal, IOException {
        if (path.equals(PATH)) {
            return list(unit, UserQuery.parse(rawQuery));
        }
        if (path.startsWith(PATH + "/")) {
            return one(unit, UserQuery.id(path.substring(PATH.length() + 1)), UserQuery.parse(rawQuery));
        }
        throw new ApiRefusal(EngagementCode.NOT_FOUND);
    }

    private Reply list(LoopbackUnit unit, UserQuery asked) throws ApiRefusal, IOException {
        UserQuery query = asked;
        int shown = 0;
        if (asked.pageToken() != null) {
            PageTokens.Place place = tokens.find(unit.id(), asked.pageToken());
            query = place.query().from(place.lastId(), asked.fields());
            shown = place.shown();
        }
        List<StoredUser> left = matching(unit, query);
        int count = Math.min(Math.min(query.limit(), longestSequence - shown), left.size());
        List<StoredUser> page = left.subList(0, count);
        if (count == left.size()) {
            return Reply.of(200, UserJson.page(page, query.fields(), null, null));
        }
        if (shown + count >= longestSequence) {
            return new Reply(
                    200, Reply.JSON, UserJson.page(page, query.fields(), null, null), Map.of(Reply.WARNING, "203"));
        }
        String token = tokens.issue(unit.id(), query, page.get(count - 1).id(), shown + count);
        return Reply.of(200, UserJson.page(page, query.fields(), token, url(query.fields(), token)));
    }

    private List<StoredUser> matching(LoopbackUnit unit, UserQuery query) {
        Stream<StoredUser> matching = unit.at(faults.readsAsOf()).stream().filter(query::matches);
        return (query.descending() ? matching.sorted((one, other) -> Long.compare(other.id(), one.id())) : matching)
                .toList();
    }

    private String url(List<String> fields, String token) {
        return baseUrl + PATH + "?fields=" + String.join(",", fields) + "&nextPageToken="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private Reply one(LoopbackUnit unit, long id, UserQuery asked) throws ApiRefusal, IOException {
        StoredUser user = unit.at(faults.readsAsOf()).stream()
                .filter(there -> there.id() == id)
                .findFirst()
                .orElseThrow(() -> new ApiRefusal(EngagementCode.NOT_FOUND));
        if (!asked.matches(user)) {
            throw new ApiRefusal(EngagementCode.NOT_FOUND_OR_RECYCLED);
        }
        return Reply.of(200, UserJson.user(user, asked.fields()));
    }
}

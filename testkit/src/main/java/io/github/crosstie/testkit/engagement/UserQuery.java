package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query as the API reads it: it refuses what it does not know.
 *
 * @param fields the fields to show, one at least
 * @param bin which users: {@code all}, {@code true} for those in the recycle bin, {@code false} for live ones
 * @param limit how many a page has at most
 * @param after only ids greater than this
 * @param before only ids less than this
 * @param id this id alone; null for all
 * @param descending whether the greatest id comes first
 * @param pageToken where to go on; null at the beginning
 */
record UserQuery(
        List<String> fields,
        String bin,
        int limit,
        long after,
        long before,
        @Nullable Long id,
        boolean descending,
        @Nullable String pageToken) {

    private static final int DEFAULT_LIMIT = 200;
    private static final int LARGEST_LIMIT = 1000;
    private static final String GREATEST_ID = "9".repeat(18);
    private static final Set<String> PARAMETERS =
            Set.of("fields", "deleted", "limit", "orderBy", "nextPageToken", "id", "idGreaterThan", "idLessThan");

    static UserQuery parse(@Nullable String rawQuery) throws ApiRefusal {
        Map<String, String> parameters = parameters(rawQuery);
        String fields = parameters.getOrDefault("fields", "");
        if (fields.isEmpty()) {
            throw new ApiRefusal(ApiRefusal.PARAMETER_MISSING, "One or more required parameters are missing: fields");
        }
        for (String parameter : parameters.keySet()) {
            if (!PARAMETERS.contains(parameter)) {
                throw new ApiRefusal(ApiRefusal.BAD_PARAMETER, "Invalid query parameters: " + parameter);
            }
        }
        if (parameters.containsKey("nextPageToken") && parameters.size() > 2) {
            throw new ApiRefusal(ApiRefusal.BAD_PARAMETER, "Only fields may accompany nextPageToken");
        }
        return new UserQuery(
                fields(fields),
                bin(parameters.getOrDefault("deleted", "false")),
                limit(parameters.get("limit")),
                id(parameters.getOrDefault("idGreaterThan", "0")),
                id(parameters.getOrDefault("idLessThan", GREATEST_ID)),
                parameters.containsKey("id") ? (Long) id(parameters.getOrDefault("id", "")) : null,
                descending(parameters.getOrDefault("orderBy", "id")),
                parameters.get("nextPageToken"));
    }

    /** The same from behind an id on, with other fields: what a page token stands for. */
    UserQuery from(long lastId, List<String> shown) {
        return descending
                ? new UserQuery(shown, bin, limit, after, lastId, id, true, null)
                : new UserQuery(shown, bin, limit, lastId, before, id, false, null);
    }

    boolean matches(StoredUser user) {
        return user.id() > after
                && user.id() < before
                && (id == null || id == user.id())
                && (bin.equals("all") || bin.equals("true") == user.user().recycled());
    }

    private static Map<String, String> parameters(@Nullable String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> fields(String names) throws ApiRefusal {
        List<String> fields = Arrays.asList(names.split(",", -1));
        for (String field : fields) {
            if (!UserJson.FIELDS.contains(field)) {
                throw new ApiRefusal(ApiRefusal.BAD_PARAMETER, "Invalid field: " + field);
            }
        }
        return fields;
    }

    private static String bin(String value) throws ApiRefusal {
        if (!Set.of("all", "true", "false").contains(value)) {
            throw new ApiRefusal(ApiRefusal.BAD_DELETED, "Parameter deleted must be all, true or false");
        }
        return value;
    }

    private static int limit(@Nullable String value) throws ApiRefusal {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LARGEST_LIMIT) {
            throw new ApiRefusal(ApiRefusal.BAD_LIMIT, "Invalid value specified for limit");
        }
        return Integer.parseInt(value);
    }

    static long id(String value) throws ApiRefusal {
        if (!value.matches("[0-9]{1,18}")) {
            throw new ApiRefusal(ApiRefusal.BAD_ID, "Invalid ID");
        }
        return Long.parseLong(value);
    }

    private static boolean descending(String order) throws ApiRefusal {
        return switch (order) {
            case "id", "id asc", "id ASC" -> false;
            case "id desc", "id DESC" -> true;
            default -> throw new ApiRefusal(ApiRefusal.BAD_ORDER, "Invalid value specified for orderBy");
        };
    }

    /** Refuses what only a listing takes. */
    static List<String> fieldsOfRead(@Nullable String rawQuery) throws ApiRefusal {
        UserQuery query = parse(rawQuery);
        if (query.pageToken() != null) {
            throw new ApiRefusal(EngagementCode.PAGE_TOKEN_INVALID);
        }
        return query.fields();
    }
}

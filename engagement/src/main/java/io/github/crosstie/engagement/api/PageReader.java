package io.github.crosstie.engagement.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers as a stream of tokens. Whatever the bytes are, it returns: what is wrong with them is a value. Not
 * thread-safe.
 */
final class PageReader {

    /** Longer than any value of a user; a longer text is not taken into memory. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final KnownUsers known;

    PageReader(KnownUsers known) {
        this.known = known;
    }

    PageContent read(PageBuffer page) {
        try (JsonParser parser = JSON.createParser(page.bytes(), 0, page.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return parser.currentToken() == null
                        ? new PageContent.Unreadable(true)
                        : new PageContent.Strange("it is no JSON object");
            }
            return readDocument(page, parser);
        } catch (StrangeException strange) {
            return new PageContent.Strange(strange.reason);
        } catch (StreamConstraintsException tooLarge) {
            return new PageContent.Strange("a value of it is too long or too deep");
        } catch (JsonProcessingException malformed) {
            return new PageContent.Unreadable(malformed instanceof JsonEOFException || isOpenObject(page));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading bytes from memory failed", impossible);
        }
    }

    /** Whether it begins as an object and does not end as one; a parser finds no end inside a word. */
    private static boolean isOpenObject(PageBuffer page) {
        return page.length() > 0 && page.bytes()[0] == '{' && page.bytes()[page.length() - 1] != '}';
    }

    private PageContent readDocument(PageBuffer page, JsonParser parser) throws IOException {
        @Nullable List<EngagementUser> users = null;
        @Nullable PageToken next = null;
        OptionalInt code = OptionalInt.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "values" -> users = readUsers(page, parser);
                case "nextPageToken" -> next = value == JsonToken.VALUE_NULL ? null : new PageToken(text(parser, name));
                case "code" -> code = OptionalInt.of(number(parser, name));
                default -> parser.skipChildren();
            }
        }
        if (code.isPresent()) {
            return new PageContent.Refusal(code.getAsInt());
        }
        return users == null ? new PageContent.Strange("it has no values") : new PageContent.Users(users, next);
    }

    private List<EngagementUser> readUsers(PageBuffer page, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new StrangeException("its values are no array");
        }
        List<EngagementUser> users = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new StrangeException("one of its values is no user");
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            if (from < 0) {
                throw new StrangeException("it is not written in UTF-8");
            }
            parser.skipChildren();
            int to = (int) parser.currentLocation().getByteOffset();
            users.add(user(page.bytes(), from, to));
        }
        return users;
    }

    private EngagementUser user(byte[] page, int from, int to) throws IOException {
        EngagementUser user = known.find(page, from, to);
        if (user == null) {
            try (JsonParser parser = JSON.createParser(page, from, to - from)) {
                parser.nextToken();
                user = readUser(parser);
            }
            known.put(page, from, to, user);
        }
        return user;
    }

    private static EngagementUser readUser(JsonParser parser) throws IOException {
        @Nullable String id = null;
        @Nullable Boolean recycled = null;
        Map<UserField, String> values = new EnumMap<>(UserField.class);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            ApiField field = ApiField.of(name);
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field == ApiField.ID) {
                id = text(parser, name);
            } else if (field == ApiField.RECYCLED) {
                recycled = flag(parser, name);
            } else if (field.userField() != null) {
                values.put(field.userField(), text(parser, name));
            }
        }
        if (id == null || id.isBlank() || recycled == null) {
            throw new StrangeException("a user has no id, or does not say whether it lies in the recycle bin");
        }
        if (values.getOrDefault(UserField.SALESFORCE_ID, "").isBlank()) {
            values.remove(UserField.CRM_USERNAME); // the username of somebody who is not mapped is none of the CRM
        }
        return new EngagementUser(new EngagementUserId(id), recycled, UserValues.of(values));
    }

    /** Texts as they are, numbers digit by digit: no id passes through a number. */
    private static String text(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getText();
        }
        throw new StrangeException(name + " is no text");
    }

    /** The API's documents show flags as texts, too. */
    private static boolean flag(JsonParser parser, String name) throws IOException {
        return switch (parser.getText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StrangeException(name + " is neither true nor false");
        };
    }

    private static int number(JsonParser parser, String name) throws IOException {
        try {
            return Integer.parseInt(text(parser, name));
        } catch (NumberFormatException tooLarge) {
            throw new StrangeException(name + " is no number");
        }
    }

    /** JSON that is not what the API answers. */
    private static final class StrangeException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        StrangeException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}

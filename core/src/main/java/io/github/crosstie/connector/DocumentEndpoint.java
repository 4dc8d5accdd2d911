package io.github.crosstie.connector;

import io.github.crosstie.connector.DocumentStore.Document;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint for a system that keeps each record as one document, and no log of what changed: folders, collections of a web server. An
 * integrator writes the {@link DocumentStore} and the {@link DocumentFormat}.
 *
 * <p>It lists the whole store for each page of changes and keeps ids and versions in the cursor, some 75 characters a record. What cannot
 * be parsed whole is {@linkplain ReadOutcome.Unreadable unreadable} and never overwritten. One thread at a time uses it.
 *
 * @param <D> a document as the library for its format reads it
 */
@Incubating
public final class DocumentEndpoint<D> implements Endpoint {

    private static final int BATCH = 100;
    private static final String FORM = "1";
    private static final String REPLACEMENT = "\uFFFD";

    private final Side side;
    private final DocumentStore store;
    private final DocumentFormat<D> format;
    private final Supplier<String> uids;

    private DocumentEndpoint(Side side, DocumentStore store, DocumentFormat<D> format, Supplier<String> uids) {
        this.side = side;
        this.store = store;
        this.format = format;
        this.uids = uids;
    }

    /**
     * Makes an endpoint.
     *
     * @param <D> a document
     * @param side on which side it is
     * @param store where the documents are
     * @param format what is in them
     * @param uids a unique text for each new record, such as a random UUID
     * @return the endpoint
     */
    public static <D> DocumentEndpoint<D> of(
            Side side, DocumentStore store, DocumentFormat<D> format, Supplier<String> uids) {
        return new DocumentEndpoint<>(
                Objects.requireNonNull(side, "side"),
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(format, "format"),
                Objects.requireNonNull(uids, "uids"));
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public ItemKind kind() {
        return format.kind();
    }

    /** Tags, yes. Conditional writes, if the store compares versions: else somebody may come between a look and a replacement. */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(new TreeSet<>(format.places().keySet()), true, store.comparesVersions(), BATCH, BATCH);
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return new ScopeIdentity(store.identity());
    }

    /** A listing is complete if two readings agree: what is moved meanwhile may be left out of one. */
    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        SortedMap<ItemId, ItemVersion> before = cursor == null ? new TreeMap<>() : listing(cursor);
        SortedMap<ItemId, ItemVersion> now = store.list();
        List<Change> changes = new ArrayList<>();
        now.forEach((id, version) -> {
            if (!version.equals(before.remove(id))) {
                changes.add(new Change.Upserted(id, version));
            }
        });
        before.keySet().forEach(id -> changes.add(new Change.Removed(id, store.removal(id))));
        boolean isComplete = cursor == null && now.equals(store.list());
        return new ChangePage(changes, cursor(now), false, isComplete);
    }

    private static Cursor cursor(SortedMap<ItemId, ItemVersion> listing) {
        StringBuilder text = new StringBuilder(FORM);
        listing.forEach((id, version) ->
                text.append('/').append(encoded(id.value())).append('/').append(encoded(version.value())));
        return new Cursor(text.toString());
    }

    private static SortedMap<ItemId, ItemVersion> listing(Cursor cursor) {
        String[] parts = cursor.value().split("/", -1);
        if (!parts[0].equals(FORM) || parts.length % 2 == 0) {
            throw new CursorExpiredException(
                    "the cursor is of another version of this connector; list everything anew");
        }
        SortedMap<ItemId, ItemVersion> listing = new TreeMap<>();
        for (int part = 1; part < parts.length; part += 2) {
            listing.put(new ItemId(decoded(parts[part])), new ItemVersion(decoded(parts[part + 1])));
        }
        return listing;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return ids.stream().map(this::read).toList();
    }

    private ReadOutcome read(ItemId id) {
        Optional<Document> document = store.read(id);
        if (document.isEmpty()) {
            return new ReadOutcome.Absent(id, store.removal(id));
        }
        try {
            return new ReadOutcome.Found(record(id, document.get()));
        } catch (InvalidInputException strange) {
            return new ReadOutcome.Unreadable(id, reason(strange));
        }
    }

    private RemoteItem record(ItemId id, Document document) {
        D content = parsed(document);
        return new RemoteItem(
                        id,
                        document.version(),
                        format.item(content, format.places().keySet()))
                .withTag(tag(format.mark(content)))
                .withTimes(null, document.modifiedAt(), null);
    }

    /** The engine's mark; none if somebody wrote what the engine never would. */
    private static @Nullable CorrelationTag tag(String mark) {
        try {
            return mark.isEmpty() ? null : new CorrelationTag(decoded(mark));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    private D parsed(Document document) {
        if (document.text().contains(REPLACEMENT)) {
            throw new InvalidInputException("document", "", "it is in another charset than UTF-8; save it in that");
        }
        return format.read(document.text());
    }

    private static String reason(InvalidInputException strange) {
        return "cannot be read and written whole: " + strange.getMessage();
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        List<Tagged> found = new ArrayList<>();
        for (ItemId id : store.list().keySet()) {
            if (read(id) instanceof ReadOutcome.Found it) {
                CorrelationTag tag = it.record().tag();
                if (tag != null && tags.contains(tag)) {
                    found.add(new Tagged(tag, id));
                }
            }
        }
        return found;
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return writes.stream().map(this::write).toList();
    }

    private WriteOutcome write(Write write) {
        try {
            if (write instanceof Write.Create create) {
                return create(create);
            }
            if (write instanceof Write.Update update) {
                return replace(update.id(), update.expectedVersion(), update.fields());
            }
            Write.Delete delete = (Write.Delete) write;
            return replace(delete.id(), delete.expectedVersion(), null);
        } catch (InvalidInputException strange) {
            return new WriteOutcome.Rejected("UNREADABLE", reason(strange), true);
        } catch (IOException | CrosstieException trouble) { // earlier writes of the batch have happened
            return new WriteOutcome.Unknown(
                    "the store answered with " + trouble.getClass().getSimpleName());
        }
    }

    private WriteOutcome create(Write.Create create) throws IOException {
        String uid = uids.get();
        D content = format.created(uid, encoded(create.tag().value()));
        return store.create(uid, format.written(content, create.item().values()));
    }

    /** Without fields the record is deleted. */
    private WriteOutcome replace(ItemId id, ItemVersion expected, @Nullable Map<Field<?>, @Nullable Object> fields)
            throws IOException {
        Optional<Document> document = store.read(id);
        if (document.isEmpty()) {
            return new WriteOutcome.Gone();
        }
        if (!document.get().version().equals(expected)) {
            return new WriteOutcome.Conflict();
        }
        return fields == null
                ? store.delete(id, expected)
                : store.replace(id, expected, format.written(parsed(document.get()), fields));
    }

    /**
     * What a document really holds of a value is what comes back when it is written and read. A value that a blank document cannot be
     * tried with is projected to itself: a round must not end for it, and a write that holds it says what is wrong.
     */
    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        try {
            String text = format.written(format.blank().apply("projection"), Map.of(field, value));
            return format.item(format.read(text), Set.of(field)).value(field);
        } catch (InvalidInputException untried) {
            return value;
        }
    }
}

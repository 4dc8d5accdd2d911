package io.github.crosstie.examples.folder;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.examples.folder.RecordFolder.Content;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One folder of records. What the engine may rely on stands in {@link #capabilities}. */
final class FolderEndpoint<D> implements Endpoint {

    private static final int BATCH = 100;

    private final RecordFolder folder;
    private final RecordFormat<D> format;
    private final Supplier<String> ids;

    FolderEndpoint(RecordFolder folder, RecordFormat<D> format, Supplier<String> ids) {
        this.folder = folder;
        this.format = format;
        this.ids = ids;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public ItemKind kind() {
        return format.kind();
    }

    /** Tags, yes. Conditional writes, no: between a look at a file and its replacement somebody else may replace it. */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(new TreeSet<>(format.places().keySet()), true, false, BATCH, BATCH);
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return new ScopeIdentity(folder.identity());
    }

    /** A folder keeps no log, so the cursor says what was there, in some 75 characters a record. */
    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        SortedMap<ItemId, ItemVersion> before = cursor == null ? new TreeMap<>() : listing(cursor);
        SortedMap<ItemId, ItemVersion> now = folder.list();
        List<Change> changes = new ArrayList<>();
        now.forEach((id, version) -> {
            if (!version.equals(before.get(id))) {
                changes.add(new Change.Upserted(id, version));
            }
        });
        before.keySet().removeAll(now.keySet());
        before.keySet().forEach(id -> changes.add(new Change.Removed(id, removal(id))));
        return new ChangePage(changes, cursor(now), false, cursor == null);
    }

    private static Cursor cursor(SortedMap<ItemId, ItemVersion> listing) {
        StringBuilder text = new StringBuilder("1"); // a slash is in no file's name
        listing.forEach((id, version) ->
                text.append('/').append(version.value()).append('/').append(id.value()));
        return new Cursor(text.toString());
    }

    private static SortedMap<ItemId, ItemVersion> listing(Cursor cursor) {
        String[] parts = cursor.value().split("/", -1);
        if (!parts[0].equals("1") || parts.length % 2 == 0) {
            throw new CursorExpiredException(
                    "the cursor is of another version of this connector; list everything anew");
        }
        SortedMap<ItemId, ItemVersion> listing = new TreeMap<>();
        for (int part = 1; part < parts.length; part += 2) {
            listing.put(new ItemId(parts[part + 1]), new ItemVersion(parts[part]));
        }
        return listing;
    }

    private Removal removal(ItemId id) {
        return folder.deleted(id) ? Removal.DELETED : Removal.UNKNOWN;
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return ids.stream().map(this::read).toList();
    }

    private ReadOutcome read(ItemId id) {
        Optional<Content> content = content(id);
        if (content.isEmpty()) {
            return new ReadOutcome.Absent(id, removal(id));
        }
        try {
            return new ReadOutcome.Found(record(id, content.get()));
        } catch (IllegalArgumentException strange) {
            return new ReadOutcome.Unreadable(id, "the file cannot be read whole: " + strange.getMessage());
        }
    }

    private Optional<Content> content(ItemId id) {
        try {
            return folder.read(id);
        } catch (IOException trouble) {
            throw new UnavailableException("a file cannot be read now", trouble);
        }
    }

    private RemoteItem record(ItemId id, Content content) {
        D document = document(content);
        Item.Builder item = Item.builder(kind());
        format.places().forEach((field, place) -> item.put(field, place.get().apply(document)));
        String tag = format.tag(document);
        return new RemoteItem(id, content.version(), item.build())
                .withTag(tag == null ? null : new CorrelationTag(URLDecoder.decode(tag, StandardCharsets.UTF_8)))
                .withTimes(null, content.modifiedAt(), null);
    }

    private D document(Content content) {
        if (content.text().contains("\uFFFD")) {
            throw new IllegalArgumentException("it is not in UTF-8; save it so");
        }
        return format.parse(content.text());
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        List<Tagged> found = new ArrayList<>();
        for (ReadOutcome outcome : read(folder.list().keySet())) {
            if (outcome instanceof ReadOutcome.Found it
                    && it.record().tag() != null
                    && tags.contains(it.record().tag())) {
                found.add(new Tagged(it.record().tag(), it.id()));
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
        } catch (IOException trouble) {
            return new WriteOutcome.Unknown(
                    "the file system answered with " + trouble.getClass().getSimpleName());
        } catch (IllegalArgumentException strange) {
            return new WriteOutcome.Rejected(
                    "UNREADABLE", "the file cannot be read whole: " + strange.getMessage(), true);
        }
    }

    private WriteOutcome create(Write.Create create) throws IOException {
        ItemId id = new ItemId(ids.get());
        D document = format.blank(id.value());
        format.tag(document, URLEncoder.encode(create.tag().value(), StandardCharsets.UTF_8));
        return save(id, document, create.item().values());
    }

    /** Without fields the record is deleted. */
    private WriteOutcome replace(ItemId id, ItemVersion expected, @Nullable Map<Field<?>, @Nullable Object> fields)
            throws IOException {
        Optional<Content> content = folder.read(id);
        if (content.isEmpty()) {
            return new WriteOutcome.Gone();
        }
        if (!content.get().version().equals(expected)) {
            return new WriteOutcome.Conflict();
        }
        if (fields == null) {
            folder.delete(id);
            return new WriteOutcome.Written(id, expected);
        }
        return save(id, document(content.get()), fields);
    }

    private WriteOutcome save(ItemId id, D document, Map<Field<?>, ? extends @Nullable Object> fields)
            throws IOException {
        fields.forEach((field, value) -> place(field).set().accept(document, value));
        return new WriteOutcome.Written(id, folder.write(id, format.print(document)));
    }

    private RecordFormat.Place<D> place(Field<?> field) {
        return Objects.requireNonNull(format.places().get(field), () -> "no place for " + field);
    }

    /** What a file really holds of a value is what comes back when it is written and read. */
    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        D document = format.blank("projection");
        place(field).set().accept(document, value);
        return place(field).get().apply(format.parse(format.print(document)));
    }
}

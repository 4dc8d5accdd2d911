package io.github.crosstie.examples;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.examples.Notebook.Line;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a {@link Notebook} can do: five fields, no tags, versions that it compares itself. */
final class NotebookEndpoint implements Endpoint {

    private static final List<Field<?>> FIELDS = List.of(
            ContactFields.GIVEN_NAME,
            ContactFields.SURNAME,
            ContactFields.EMAIL_ADDRESS,
            ContactFields.BUSINESS_PHONE,
            ContactFields.NOTES);
    private static final int LINES_A_PAGE = 2;

    private final Owner owner;
    private final Notebook notebook;

    NotebookEndpoint(Owner owner, Notebook notebook) {
        this.owner = owner;
        this.notebook = notebook;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(new TreeSet<>(FIELDS), false, true, 10, 10);
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return new ScopeIdentity("notebook of " + owner.value());
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        List<Line> lines = notebook.lines();
        if (cursor == null) {
            List<Change> all = new ArrayList<>();
            notebook.latest().values().stream()
                    .filter(line -> line.item() != null)
                    .forEach(line -> all.add(change(line)));
            return new ChangePage(all, new Cursor("" + lines.size()), false, true);
        }
        int from = Integer.parseInt(cursor.value());
        int to = Math.min(lines.size(), from + LINES_A_PAGE);
        List<Change> page = lines.subList(from, to).stream().map(this::change).toList();
        return new ChangePage(page, new Cursor("" + to), to < lines.size(), false);
    }

    /** The notebook keeps what is crossed out, so that a deletion is certain. */
    private Change change(Line line) {
        return line.item() == null
                ? new Change.Removed(line.id(), Removal.DELETED)
                : new Change.Upserted(line.id(), line.version());
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        Map<ItemId, Line> latest = notebook.latest();
        return ids.stream().map(id -> outcome(id, latest.get(id))).toList();
    }

    private ReadOutcome outcome(ItemId id, @Nullable Line line) {
        if (line == null || line.item() == null) {
            return new ReadOutcome.Absent(id, line == null ? Removal.UNKNOWN : Removal.DELETED);
        }
        return new ReadOutcome.Found(new RemoteItem(id, line.version(), line.item()));
    }

    /** Never called, for there is no correlation; and no record carries a tag. */
    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        return List.of();
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return writes.stream().map(this::write).toList();
    }

    private WriteOutcome write(Write write) {
        synchronized (notebook) {
            if (write instanceof Write.Update update) {
                return replace(update.id(), update.expectedVersion(), update.fields());
            }
            if (write instanceof Write.Delete delete) {
                return replace(delete.id(), delete.expectedVersion(), null);
            }
            return written(notebook.save(null, ((Write.Create) write).item()));
        }
    }

    private WriteOutcome replace(ItemId id, ItemVersion expected, @Nullable Map<Field<?>, @Nullable Object> fields) {
        Line line = notebook.latest().get(id);
        if (line == null || line.item() == null) {
            return new WriteOutcome.Gone();
        }
        if (!line.version().equals(expected)) {
            return new WriteOutcome.Conflict();
        }
        if (fields == null) {
            notebook.save(id, null);
            return written(line);
        }
        Item.Builder edited = line.item().toBuilder();
        fields.forEach(edited::put);
        return written(notebook.save(id, edited.build()));
    }

    private WriteOutcome written(Line line) {
        return new WriteOutcome.Written(line.id(), line.version());
    }
}

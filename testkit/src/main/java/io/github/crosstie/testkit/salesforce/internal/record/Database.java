package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of an organization. Whoever reads or writes holds its lock: {@code synchronized (database)}. Moments are whole
 * seconds of the clock, so that edits within a second have equal stamps, as they have in the original.
 */
public final class Database {

    /** How long deleted records stay in the recycle bin, and their deletions in the log. */
    public static final Duration RETENTION = Duration.ofDays(15);

    private final Clock clock;
    private final Schema schema = Schema.standard();
    private final Permissions permissions = new Permissions();
    private final Rules rules = new Rules();
    private final Map<ObjectDefinition, Table> tables = new HashMap<>();
    private @Nullable Deque<Runnable> undo;
    private Instant purgedAt = Instant.MIN;
    private long lastNumber;

    /** An empty one. */
    public Database(Clock clock) {
        this.clock = clock;
    }

    /** Now, to the second. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its objects. */
    public Schema schema() {
        return schema;
    }

    /** What the connected user may do. */
    public Permissions permissions() {
        return permissions;
    }

    /** What records have to obey. */
    public Rules rules() {
        return rules;
    }

    /** The records of an object, without those that have left the recycle bin. */
    public Table table(ObjectDefinition object) {
        Table table = tables.computeIfAbsent(object, Table::new);
        List<DeletedRow> old = table.deletions().stream()
                .takeWhile(deletion -> deletion.at().isBefore(now().minus(RETENTION)))
                .toList();
        old.forEach(deletion -> {
            table.unlog(deletion.id());
            table.remove(deletion.id());
        });
        return table;
    }

    /** The records of an object that is known to be there. */
    public Table table(String object) {
        return table(schema.object(object));
    }

    /** The record of an id, deleted or not; null if there is none. */
    public @Nullable StoredRow find(String id) {
        return schema.ofId(id).map(object -> table(object).find(id)).orElse(null);
    }

    /** A fresh id. */
    public String nextId(ObjectDefinition object) {
        lastNumber++;
        return RecordId.of(object.keyPrefix(), lastNumber);
    }

    /** A fresh id of something that is no object, such as a job. */
    public String nextId(String keyPrefix) {
        lastNumber++;
        return RecordId.of(keyPrefix, lastNumber);
    }

    /** Keeps a record as it is, whatever it says. */
    public void put(StoredRow row) {
        Table table = table(row.object());
        StoredRow before = table.find(row.id());
        table.put(row);
        undoBy(() -> {
            if (before == null) {
                table.remove(row.id());
            } else {
                table.put(before);
            }
        });
    }

    void logDeletion(StoredRow row) {
        Table table = table(row.object());
        table.log(new DeletedRow(row.id(), now()));
        undoBy(() -> table.unlog(row.id()));
    }

    void unlogDeletion(StoredRow row) {
        Table table = table(row.object());
        Instant at = table.deletions().stream()
                .filter(deletion -> deletion.id().equals(row.id()))
                .findFirst()
                .map(DeletedRow::at)
                .orElse(Instant.EPOCH);
        table.unlog(row.id());
        undoBy(() -> table.log(new DeletedRow(row.id(), at)));
    }

    /** Takes a record away without a trace. */
    public void remove(StoredRow row) {
        Table table = table(row.object());
        table.remove(row.id());
        undoBy(() -> table.put(row));
    }

    /** Forgets deletions before their time, as the original does when its log is full. */
    public void purgeDeletionLog() {
        purgedAt = now();
        tables.values().forEach(table -> {
            List<DeletedRow> all = List.copyOf(table.deletions());
            all.forEach(deletion -> table.unlog(deletion.id()));
        });
    }

    /** Deletions before this moment are not known any more. */
    public Instant earliestDeletion() {
        Instant kept = now().minus(RETENTION);
        return purgedAt.isAfter(kept) ? purgedAt : kept;
    }

    /** Forgets every record. */
    public void clear() {
        tables.values().forEach(Table::clear);
    }

    /**
     * Runs writes that count together or not at all. What is inside may run another one of these.
     *
     * @param writes tells whether they count; if not, or if it fails, they are taken back
     */
    public void together(BooleanSupplier writes) {
        boolean outermost = undo == null;
        Deque<Runnable> steps = undo == null ? new ArrayDeque<>() : undo;
        int before = steps.size();
        undo = steps;
        boolean keep = false;
        try {
            keep = writes.getAsBoolean();
        } finally {
            undo = null; // taking back is nothing to take back
            while (!keep && steps.size() > before) {
                steps.pop().run();
            }
            undo = outermost ? null : steps;
        }
    }

    private void undoBy(Runnable step) {
        if (undo != null) {
            undo.push(step);
        }
    }
}

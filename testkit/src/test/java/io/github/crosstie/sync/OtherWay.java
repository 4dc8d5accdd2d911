package io.github.crosstie.sync;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Connector;
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
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.Translation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Another way into the mailboxes of a system: the same records under other ids and versions, as Graph shows what EWS shows. */
final class OtherWay implements Connector {

    private static final String PREFIX = "immutable-";

    private final InMemorySystem mailboxes;
    final Set<ItemId> hidden = new HashSet<>();
    final Map<ItemId, ItemId> lies = new HashMap<>();
    boolean tellsUids;
    boolean showsMarks = true;
    UnaryOperator<Item> shows = UnaryOperator.identity();

    @Nullable
    RuntimeException trouble;

    OtherWay(InMemorySystem mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Both directions of ids. */
    IdTranslator translator() {
        return new Translator(true);
    }

    static ItemId to(ItemId id) {
        return new ItemId(PREFIX + id.value());
    }

    static ItemId from(ItemId id) {
        return new ItemId(id.value().substring(PREFIX.length()));
    }

    /** What keeps the former way from telling anything. */
    @Nullable
    RuntimeException formerTrouble;

    /** The way that there is, which knows UIDs as well. */
    Connector former() {
        return new Connector() {
            @Override
            public Side side() {
                return Side.MAIL;
            }

            @Override
            public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
                return new ForwardingEndpoint(mailboxes.open(owner, kind, configuration)) {
                    @Override
                    public Map<ItemId, String> uids(Collection<ItemId> ids) {
                        if (formerTrouble != null) {
                            throw formerTrouble;
                        }
                        return uidsOf(ids, UnaryOperator.identity());
                    }

                    @Override
                    public List<ReadOutcome> read(Collection<ItemId> ids) {
                        if (formerTrouble != null) {
                            throw formerTrouble;
                        }
                        return super.read(ids);
                    }
                };
            }
        };
    }

    private Map<ItemId, String> uidsOf(Collection<ItemId> ids, UnaryOperator<ItemId> original) {
        Map<ItemId, String> uids = new HashMap<>();
        if (tellsUids) {
            ids.forEach(id -> uids.put(id, "uid-" + original.apply(id)));
        }
        return uids;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        if (trouble != null) {
            throw trouble;
        }
        return new Shown(mailboxes.open(owner, kind, configuration));
    }

    private RemoteItem shown(RemoteItem record) {
        return new RemoteItem(
                to(record.id()),
                shown(record.version()),
                shows.apply(record.item()),
                showsMarks ? record.tag() : null,
                record.createdAt(),
                record.modifiedAt(),
                record.activityAt());
    }

    private static ItemVersion shown(ItemVersion version) {
        return new ItemVersion("W/" + version.value());
    }

    private static ItemVersion original(ItemVersion version) {
        return new ItemVersion(version.value().substring(2));
    }

    private final class Translator implements IdTranslator {

        private final boolean isForward;

        Translator(boolean isForward) {
            this.isForward = isForward;
        }

        @Override
        public int batch() {
            return 3;
        }

        @Override
        public List<Translation> translate(Owner mailbox, List<ItemId> ids) {
            return ids.stream()
                    .<Translation>map(
                            id -> new Translation.Translated(id, isForward ? lies.getOrDefault(id, to(id)) : from(id)))
                    .toList();
        }

        @Override
        public Optional<IdTranslator> reversed() {
            return Optional.of(new Translator(!isForward));
        }
    }

    private final class Shown extends ForwardingEndpoint {

        private final Endpoint original;

        Shown(Endpoint original) {
            super(original);
            this.original = original;
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            return new ScopeIdentity("other way to " + original.scopeIdentity());
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            ChangePage page = original.changes(cursor);
            List<Change> changes = page.changes().stream()
                    .filter(change -> !hidden.contains(change.id()))
                    .map(this::shownChange)
                    .toList();
            return new ChangePage(changes, page.next(), page.more(), page.complete());
        }

        private Change shownChange(Change change) {
            if (change instanceof Change.Upserted upserted) {
                RemoteItem record = upserted.record();
                return new Change.Upserted(
                        to(change.id()), shown(upserted.version()), record == null ? null : shown(record));
            }
            return new Change.Removed(to(change.id()), ((Change.Removed) change).removal());
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            return original.read(ids.stream().map(OtherWay::from).toList()).stream()
                    .map(this::shownOutcome)
                    .toList();
        }

        private ReadOutcome shownOutcome(ReadOutcome outcome) {
            if (hidden.contains(outcome.id())) {
                return new ReadOutcome.Absent(to(outcome.id()), Removal.DELETED);
            }
            if (outcome instanceof ReadOutcome.Found found) {
                return new ReadOutcome.Found(shown(found.record()));
            }
            if (outcome instanceof ReadOutcome.Absent absent) {
                return new ReadOutcome.Absent(to(absent.id()), absent.removal());
            }
            return new ReadOutcome.Unreadable(to(outcome.id()), ((ReadOutcome.Unreadable) outcome).message());
        }

        @Override
        public List<Tagged> find(Collection<CorrelationTag> tags) {
            return original.find(tags).stream()
                    .map(tagged -> new Tagged(tagged.tag(), to(tagged.id())))
                    .toList();
        }

        @Override
        public List<WriteOutcome> write(List<Write> writes) {
            return original.write(writes.stream().map(this::originalWrite).toList()).stream()
                    .map(this::shownOutcome)
                    .toList();
        }

        private Write originalWrite(Write write) {
            if (write instanceof Write.Update update) {
                return new Write.Update(
                        from(update.id()), original(update.expectedVersion()), update.fields(), update.notification());
            }
            if (write instanceof Write.Delete delete) {
                return new Write.Delete(from(delete.id()), original(delete.expectedVersion()), delete.notification());
            }
            return write;
        }

        private WriteOutcome shownOutcome(WriteOutcome outcome) {
            if (outcome instanceof WriteOutcome.Written written) {
                return new WriteOutcome.Written(to(written.id()), shown(written.version()), written.tag());
            }
            return outcome;
        }

        @Override
        public @Nullable Object project(Field<?> field, Object value) {
            return original.project(
                    field,
                    shows.apply(Item.builder(kind()).put(field, value).build()).value(field));
        }

        @Override
        public Map<ItemId, String> uids(Collection<ItemId> ids) {
            return uidsOf(ids, OtherWay::from);
        }
    }
}

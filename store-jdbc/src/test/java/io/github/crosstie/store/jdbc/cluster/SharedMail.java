package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
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
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A mail system that many processes share: contacts in a table, which grows with every creation and never shrinks, so that it shows
 * what took effect.
 *
 * @param database where the table is
 * @param afterWrite told the mailbox of each contact that was created, before its creation is answered
 */
record SharedMail(DataSource database, Consumer<String> afterWrite) implements Connector {

    private static final String OF_MAILBOX = "select id, surname, tag from shared_mail where mailbox = ?";

    /** One that answers at once. */
    SharedMail(DataSource database) {
        this(database, address -> {});
    }

    private record Row(long id, String surname, String tag) {

        private RemoteItem item() {
            Item contact = Item.contact().set(ContactFields.SURNAME, surname).build();
            return new RemoteItem(new ItemId("m" + id), new ItemVersion("1"), contact).withTag(new CorrelationTag(tag));
        }
    }

    static void create(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table shared_mail (id bigint generated always as identity primary key,"
                    + " mailbox text not null, surname text not null, tag text not null,"
                    + " at timestamp with time zone not null default clock_timestamp())");
        }
    }

    /** What took effect, a line for each contact: the mailbox and the name. */
    List<String> effects() throws SQLException {
        List<String> effects = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select mailbox, surname from shared_mail order by id")) {
            while (rows.next()) {
                effects.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return effects;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        return new Mailbox(owner.value());
    }

    private final class Mailbox implements Endpoint {

        private final String address;

        private Mailbox(String address) {
            this.address = address;
        }

        @Override
        public Side side() {
            return Side.MAIL;
        }

        @Override
        public ItemKind kind() {
            return ItemKind.CONTACT;
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.full(ItemKind.CONTACT)
                    .withFields(List.of(ContactFields.SURNAME))
                    .withBatches(100, 1);
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            return new ScopeIdentity(address);
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            long after = cursor == null ? 0 : Long.parseLong(cursor.value());
            List<Row> fresh = rows().stream().filter(row -> row.id() > after).toList();
            long last = fresh.isEmpty() ? after : fresh.get(fresh.size() - 1).id();
            List<Change> changes = fresh.stream()
                    .map(Row::item)
                    .<Change>map(item -> new Change.Upserted(item.id(), item.version(), item))
                    .toList();
            return new ChangePage(changes, new Cursor(Long.toString(last)), false, cursor == null);
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            List<RemoteItem> items = rows().stream().map(Row::item).toList();
            return ids.stream()
                    .map(id -> items.stream()
                            .filter(item -> item.id().equals(id))
                            .findFirst()
                            .<ReadOutcome>map(ReadOutcome.Found::new)
                            .orElseGet(() -> new ReadOutcome.Absent(id, Removal.UNKNOWN)))
                    .toList();
        }

        @Override
        public List<Tagged> find(Collection<CorrelationTag> tags) {
            return rows().stream()
                    .filter(row -> tags.contains(new CorrelationTag(row.tag())))
                    .map(row ->
                            new Tagged(new CorrelationTag(row.tag()), row.item().id()))
                    .toList();
        }

        @Override
        public List<WriteOutcome> write(List<Write> writes) {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Write write : writes) {
                Write.Create create = (Write.Create) write;
                String surname = create.item().get(ContactFields.SURNAME).orElseThrow();
                long id = insert(surname, create.tag().value());
                afterWrite.accept(address);
                outcomes.add(new WriteOutcome.Written(new ItemId("m" + id), new ItemVersion("1"), create.tag()));
            }
            return outcomes;
        }

        private long insert(String surname, String tag) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(
                            "insert into shared_mail (mailbox, surname, tag) values (?, ?, ?) returning id")) {
                statement.setString(1, address);
                statement.setString(2, surname);
                statement.setString(3, tag);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("the shared mail system is down", failure);
            }
        }

        private List<Row> rows() {
            List<Row> all = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(OF_MAILBOX + " order by id")) {
                statement.setString(1, address);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.add(new Row(rows.getLong(1), rows.getString(2), rows.getString(3)));
                    }
                }
                return all;
            } catch (SQLException failure) {
                throw new IllegalStateException("the shared mail system is down", failure);
            }
        }
    }
}

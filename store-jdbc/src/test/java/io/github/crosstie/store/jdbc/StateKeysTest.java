package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.HashedBases;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

@DisplayName("The keys of a store of digests")
class StateKeysTest {

    private static final SecretKey FORMER = Sealed.key("of last year");
    private static final SecretKey PRESENT = Sealed.key("of this year");
    private static final StateKeys LAST_YEAR = StateKeys.of("2025", FORMER);
    private static final CollectionKey OTHER =
            new CollectionKey(Told.CONTACTS.organization(), new UserId("005b"), Told.CONTACTS.kind());

    @TempDir
    Path folder;

    private SQLiteDataSource source() {
        return Sqlite.in(folder).source();
    }

    private static void fill(StateStore store) {
        store.commit(Told.acquire(store), new EveryRow().changes());
    }

    private static Item base(StateStore store) {
        Link link = store.load(Told.CONTACTS).link(new LinkId("whole")).orElseThrow();
        return Objects.requireNonNull(link.crm()).base();
    }

    private static boolean isHashed(StateStore store) {
        return base(store).values().values().stream().allMatch(HashedValue.class::isInstance);
    }

    /** What a state says, digests included. */
    private static List<Object> said(StateStore store) {
        CollectionState state = store.load(Told.CONTACTS);
        return List.of(
                List.copyOf(state.links()),
                List.copyOf(state.intents()),
                List.copyOf(state.observations()),
                List.copyOf(state.hints()),
                List.copyOf(state.quarantine()),
                Objects.requireNonNull(state.settings()),
                store.journal(Told.CONTACTS),
                store.pause(Told.CONTACTS),
                store.movedFrom(Told.CONTACTS));
    }

    @Test
    @DisplayName("are named where they are missing, before anything is read or written")
    void areNamedWhereMissing() {
        fill(Sealed.store(source(), LAST_YEAR));

        assertThatThrownBy(() -> JdbcStateStore.open(source()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2025'")
                .hasMessageContaining("JdbcStateStore.builder(dataSource).keys(...)");
        assertThatThrownBy(() -> Sealed.store(source(), Sealed.KEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2025'");
        assertThat(said(Sealed.store(source(), LAST_YEAR))).isNotEmpty();
    }

    @Test
    @DisplayName("are refused where they are others than those that the store was written with")
    void areRefusedWhereOthers() {
        fill(Sealed.store(source(), LAST_YEAR));

        assertThatThrownBy(() -> Sealed.store(source(), StateKeys.of("2025", PRESENT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2025' is another one")
                .hasMessageContaining("an id of its own");
    }

    @ParameterizedTest(name = "to ''{0}''")
    @ValueSource(strings = {"", "~", "~AQ", "junk", "~junk!"})
    @DisplayName("are refused where what proves them was damaged")
    void areRefusedWhereTheProofWasDamaged(String proof) throws SQLException {
        fill(Sealed.store(source(), LAST_YEAR));
        change("update crosstie_key set proof = '" + proof + "'");

        assertThatThrownBy(() -> Sealed.store(source(), LAST_YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2025' is another one");
    }

    @Test
    @DisplayName("are known by their digests: those of equal keys are theirs, those of any other are refused")
    void areKnownByTheirDigests() {
        JdbcStateStore store = Sealed.store(source());
        Link link = link(Keyring.of(StateKeys.of("of-another-id", PRESENT)).hashing());
        Link foreign = link(HashedBases.keyedWith(PRESENT));
        Fence fence = Told.acquire(store);

        assertThatThrownBy(() -> store.commit(fence, List.of(new StateChange.PutLink(foreign))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bases(BaseDetail.HASHES)");
        assertThat(store.load(Told.CONTACTS).links()).isEmpty();

        store.commit(fence, List.of(new StateChange.PutLink(link)));
        assertThat(base(store).holds(ContactFields.SURNAME, "typed into base here"))
                .isTrue();
    }

    private static Link link(HashedBases bases) {
        Half half = new Half(new ItemId("whole"), null, new EveryRow().base());
        StateChange put = new StateChange.PutLink(Link.of(new LinkId("whole"), half, half));
        return ((StateChange.PutLink) bases.hashed(put)).link();
    }

    @Test
    @DisplayName("are asked for where digests are to be made without any")
    void areAskedFor() {
        JdbcSchema.of(source()).apply();

        assertThatThrownBy(() -> JdbcStateStore.builder(source())
                        .bases(BaseDetail.HASHES)
                        .open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys(StateKeys.of(id, key))");
    }

    @Test
    @DisplayName("can change: what the former one wrote is read, and needed as long as digests of it are left")
    void canChange() {
        JdbcStateStore before = Sealed.store(source(), LAST_YEAR);
        fill(before);
        List<Object> said = said(before);

        JdbcStateStore store =
                Sealed.store(source(), StateKeys.of("2026", PRESENT).and("2025", FORMER));

        assertThat(said(store)).isEqualTo(said);
        assertThat(store.rewrite()).containsExactly("2025", "2026");
        assertThat(said(store)).isEqualTo(said);
        // Digests of the former key alone still need it: the other rows are the new key's.
        store.commit(
                Told.acquire(store),
                List.of(
                        new StateChange.RemoveLink(new LinkId("whole")),
                        new StateChange.RemoveLink(new LinkId("open")),
                        new StateChange.RemoveHint(new LinkId("hint"))));
        assertThat(store.rewrite()).containsExactly("2026");
        assertThat(said(Sealed.store(source(), Sealed.KEYS)).subList(1, 3)).isEqualTo(said.subList(1, 3));
    }

    @Test
    @DisplayName("can change for versions too, and a second time nothing is left to rewrite")
    void canChangeForVersions() throws SQLException {
        Half half = new Half(
                new ItemId("whole"), new ItemVersion("1"), Item.contact().build());
        JdbcStateStore before = Sealed.store(source(), LAST_YEAR);
        before.commit(Told.acquire(before), List.of(new StateChange.PutLink(Link.of(new LinkId("whole"), half, half))));

        JdbcStateStore store =
                Sealed.store(source(), StateKeys.of("2026", PRESENT).and("2025", FORMER));

        assertThat(store.rewrite()).containsExactly("2026");
        String rewritten = row();
        store.rewrite();
        assertThat(row()).isEqualTo(rewritten);
        assertThat(Sealed.store(source(), Sealed.KEYS).load(Told.CONTACTS).links())
                .containsExactly(Link.of(new LinkId("whole"), half, half));
        assertThat(JdbcStateStore.builder(source()).keys(Sealed.KEYS).open().rewrite())
                .as("in clear again")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "turn values into digests with nothing left of them only when nobody reads the file any more, and tell so")
    void tellWhenSomebodyReads() throws Exception {
        EveryRow every = new EveryRow();
        StateStore values = Sqlite.in(folder).store();
        values.commit(Told.acquire(values), every.changes());
        SQLiteDataSource hasty = source();
        hasty.setBusyTimeout(1);
        JdbcStateStore store = Sealed.store(hasty);

        try (Connection reader = source().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select value from crosstie_link").close();

            assertThatThrownBy(store::rewrite)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("reads the file")
                    .hasMessageContaining("call rewrite again");
        }

        assertThat(store.rewrite()).containsExactly("2026");
        assertThat(StoredBytes.inFiles(folder).found(every.texts())).isEmpty();
    }

    @Test
    @DisplayName("stay asked for if somebody begins to write with them while others are let go")
    void stayAskedForIfSomebodyBegins() {
        JdbcSchema.of(source()).apply();
        AtomicInteger connections = new AtomicInteger(Integer.MIN_VALUE);
        SQLiteDataSource watched = new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (connections.incrementAndGet() == 2) {
                    Sealed.store(source());
                }
                return super.getConnection();
            }
        };
        watched.setUrl(source().getUrl());
        JdbcStateStore store = JdbcStateStore.builder(watched).keys(Sealed.KEYS).open();
        connections.set(0);

        assertThat(store.rewrite()).containsExactly("2026");
        assertThatThrownBy(() -> JdbcStateStore.open(source()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2026'");
    }

    /** The row of the only link. */
    private String row() throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select value from crosstie_link")) {
            return rows.getString(1);
        }
    }

    @Test
    @DisplayName("recognise by the former one what it made a digest of")
    void recogniseByTheFormerOne() {
        fill(Sealed.store(source(), LAST_YEAR));

        StateStore store = Sealed.store(source(), StateKeys.of("2026", PRESENT).and("2025", FORMER));

        assertThat(base(store).values().values())
                .singleElement()
                .satisfies(value -> assertThat(((HashedValue) value).matches("typed into base here"))
                        .isTrue());
    }

    @Test
    @DisplayName("that another process has begun to write with are asked for, with nothing lost")
    void areAskedForWhenAnotherBegins() {
        StateStore behind = Sealed.store(source(), LAST_YEAR);
        fill(Sealed.store(source(), StateKeys.of("2026", PRESENT).and("2025", FORMER)));

        assertThatThrownBy(() -> behind.load(Told.CONTACTS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("'2026'")
                .hasMessageContaining("then go on");
    }

    @Test
    @DisplayName("open no row that was changed, or put in another's place")
    void openNoChangedRow() throws SQLException {
        StateStore store = Sealed.store(source());
        fill(store);
        change("update crosstie_property set value = (select value from crosstie_property where name = 'SCOPE.MAIL')"
                + " where name = 'CURSOR.MAIL'");

        assertThatThrownBy(() -> store.load(Told.CONTACTS))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("'2026'")
                .hasMessageContaining("restore a backup");

        change("update crosstie_journal set value = '~AQ'");
        assertThatThrownBy(() -> store.journal(Told.CONTACTS))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("restore a backup");
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "link, other.id = here.id",
        "tombstone, other.link = here.link",
        "intent, other.link = here.link",
        "observation, other.record = here.record",
        "quarantine, other.record = here.record",
        "property, other.name = here.name",
        "journal, true"
    })
    @DisplayName("open no row of another user's")
    void openNoRowOfAnotherUser(String table, String same) throws SQLException {
        StateStore store = Sealed.store(source());
        fill(store);
        store.commit(store.acquire(OTHER, "one", Told.NOW, Told.LEASE).orElseThrow(), new EveryRow().changes());
        assertThat(said(store)).isNotEmpty();

        copy(table, same, "here.collection = 1 and other.collection = 2");

        opensNot(store);
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "link, other.id = cast('b' as blob) and here.id = cast('a' as blob)",
        "property, other.name = 'CURSOR.CRM' and here.name = 'CURSOR.MAIL'"
    })
    @DisplayName("open no row of another record, or of the other side")
    void openNoRowOfAnotherPlace(String table, String places) throws SQLException {
        StateStore store = Sealed.store(source());
        store.commit(
                Told.acquire(store),
                List.of(
                        versioned("a"),
                        versioned("b"),
                        new StateChange.SetCursor(Side.CRM, new Cursor("of the CRM")),
                        new StateChange.SetCursor(Side.MAIL, new Cursor("of the mailbox"))));
        assertThat(store.load(Told.CONTACTS).links()).hasSize(2);

        copy(table, places, "true");

        opensNot(store);
    }

    private static StateChange versioned(String id) {
        Half half =
                new Half(new ItemId(id), new ItemVersion("1"), Item.contact().build());
        return new StateChange.PutLink(Link.half(new LinkId(id), Side.CRM, half));
    }

    private static void opensNot(StateStore store) {
        assertThatThrownBy(() -> {
                    store.load(Told.CONTACTS);
                    store.journal(Told.CONTACTS);
                })
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("'2026'")
                .hasMessageContaining("restore a backup");
    }

    /** Puts values of other rows in the place of those here. */
    private void copy(String table, String condition, String further) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            String name = "crosstie_" + table;
            assertThat(statement.executeUpdate("update " + name + " as here set value = other.value from " + name
                            + " as other where " + condition + " and " + further))
                    .isPositive();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("make another text of the same row each time")
    void makeAnotherTextEachTime() {
        Keyring keys = Keyring.of(Sealed.KEYS);

        String one = keys.sealed("A", "same");

        assertThat(keys.sealed("A", "same")).isNotEqualTo(one);
        assertThat(keys.opened("A", one)).isEqualTo("same");
        assertThat(Keyring.keyOf(one)).isEqualTo("2026");
    }

    @Test
    @DisplayName("G6: are shown nowhere: not as text, and not in what is stored")
    void areShownNowhere() throws Exception {
        String secret = "a secret of the host's, of 32 b.";
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        StateKeys keys = StateKeys.of("2025", new SecretKeySpec(bytes, "HmacSHA256"));
        fill(Sealed.store(source(), keys));

        assertThat(keys).hasToString("StateKeys[2025]");
        assertThat(Keyring.of(keys)).hasToString("Keyring[2025]");
        assertThat(StoredBytes.inFiles(folder).found(List.of(secret))).isEmpty();
        assertThatThrownBy(() -> keys.and("2025", FORMER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2025'")
                .hasMessageNotContaining(Base64.getEncoder().encodeToString(bytes))
                .hasMessageNotContaining(secret);
    }

    @Test
    @DisplayName("are long enough, and their ids are names")
    void areLongEnough() {
        SecretKey shortOne = new SecretKeySpec(Arrays.copyOf(FORMER.getEncoded(), 15), "HmacSHA256");

        assertThatThrownBy(() -> StateKeys.of("2025", shortOne))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 bytes");
        for (String id : List.of("", "a b", "x".repeat(41), "ä")) {
            assertThatThrownBy(() -> StateKeys.of(id, FORMER))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 40 letters");
        }
    }

    @Test
    @DisplayName("turn a store of values into one of digests: lazily, or at once with nothing left of the values")
    void turnValuesIntoDigests() throws Exception {
        EveryRow every = new EveryRow();
        StateStore values = Sqlite.in(folder).store();
        values.commit(Told.acquire(values), every.changes());
        List<JournalEntry> journal = values.journal(Told.CONTACTS);

        JdbcStateStore store = Sealed.store(source());
        assertThat(isHashed(store)).as("before it is written").isFalse();
        Link link = store.load(Told.CONTACTS).link(new LinkId("whole")).orElseThrow();
        store.commit(Told.acquire(store), List.of(new StateChange.PutLink(link)));
        assertThat(isHashed(store)).as("once it is written").isTrue();

        assertThat(store.rewrite()).containsExactly("2026");

        assertThat(StoredBytes.inFiles(folder).found(every.texts())).isEmpty();
        assertThat(StoredBytes.inColumns(source()).found(every.texts())).isEmpty();
        assertThat(store.journal(Told.CONTACTS)).isEqualTo(journal);
    }

    @Test
    @DisplayName("turn a store of values into one of digests at once, in PostgreSQL too")
    @ExtendWith(Postgres.class)
    void turnValuesIntoDigestsInPostgres(PGSimpleDataSource database) throws Exception {
        EveryRow every = new EveryRow();
        JdbcSchema.of(database).apply();
        StateStore values = JdbcStateStore.open(database, LeaseClock.CALLER);
        values.commit(Told.acquire(values), every.changes());
        assertThat(StoredBytes.inColumns(database).found(every.texts())).isEqualTo(every.texts());
        List<Object> said = said(values).subList(1, 3);

        JdbcStateStore store = Sealed.store(database);
        store.rewrite();

        assertThat(StoredBytes.inColumns(database).found(every.texts())).isEmpty();
        assertThat(said(store).subList(1, 3)).isEqualTo(said);
        assertThat(isHashed(store)).isTrue();
    }

    @Test
    @DisplayName("are needed no longer once a store of values holds no digest: values come back as they are written")
    void areNeededNoLonger() {
        StateStore hashed = Sealed.store(source());
        fill(hashed);

        JdbcStateStore store =
                JdbcStateStore.builder(source()).keys(Sealed.KEYS).open();
        assertThat(said(store)).isEqualTo(said(hashed));
        assertThat(store.rewrite()).as("digests are left").containsExactly("2026");
        assertThat(store.journal(Told.CONTACTS)).isEqualTo(hashed.journal(Told.CONTACTS));

        Half half = new Half(new ItemId("whole"), null, new EveryRow().base());
        store.commit(
                Told.acquire(store),
                List.of(
                        new StateChange.RemoveLink(new LinkId("open")),
                        new StateChange.RemoveHint(new LinkId("hint")),
                        new StateChange.PutLink(Link.of(new LinkId("whole"), half, half))));
        assertThat(store.rewrite()).isEmpty();
        assertThat(base(JdbcStateStore.open(source()))).isEqualTo(half.base());
    }

    @Test
    @DisplayName("are asked for where a store without them is to keep digests")
    void areAskedForWhereDigestsAreKept() {
        StateStore hashed = Sealed.store(source());
        fill(hashed);
        Link link = hashed.load(Told.CONTACTS).link(new LinkId("whole")).orElseThrow();
        StateStore other = new Sqlite(folder.resolve("other.db")).store();

        assertThatThrownBy(() -> other.commit(Told.acquire(other), List.of(new StateChange.PutLink(link))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JdbcStateStore.builder(...).keys(...)");
        assertThat(other.load(Told.CONTACTS).links()).isEmpty();
    }
}

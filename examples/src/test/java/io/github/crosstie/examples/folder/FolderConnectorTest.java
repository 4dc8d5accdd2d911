package io.github.crosstie.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to folders; the contract holds them to what every endpoint promises. */
class FolderConnectorTest {

    private static final Owner OWNER = new Owner("anna@acme.example");
    private static final Item ADA = Item.contact()
            .set(ContactFields.GIVEN_NAME, "Ada")
            .set(ContactFields.SURNAME, "Lovelace")
            .build();

    private final OrganizationId acme = new OrganizationId("00D000000000001AAA");
    private final ProfileId sales = new ProfileId("00e000000000001AAA");
    private final UserId anna = new UserId("005000000000001AAA");
    private final Clock clock = MutableClock.create();
    private final SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
            .assignments(new Assignment.OfProfile(sales))
            .contacts(SyncDirection.BOTH)
            .build();

    @TempDir
    Path root;

    @BeforeEach
    void createMailbox() throws IOException {
        connector().createMailbox(OWNER, configuration);
    }

    private FolderConnector connector() {
        return new FolderConnector(root, clock, () -> UUID.randomUUID().toString());
    }

    private Endpoint contacts() {
        return connector().open(OWNER, ItemKind.CONTACT, configuration);
    }

    private Path folder() {
        return root.resolve(OWNER.value()).resolve("Salesforce_Sync");
    }

    private WriteOutcome.Written create(Endpoint contacts) {
        Write create = new Write.Create(new CorrelationTag("tag"), "key", ADA);
        return (WriteOutcome.Written) contacts.write(List.of(create)).get(0);
    }

    @Test
    void aFolderSyncsLikeAnyMailbox() throws IOException {
        InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
        crm.records(new Owner(anna.value()), ItemKind.CONTACT).create(ADA);
        Connector mail =
                new FolderConnector(root, clock, () -> UUID.randomUUID().toString());
        Directory directory = Directory.builder(new Organization(acme, "Acme", Environment.PRODUCTION))
                .put(new Profile(sales, "Sales"))
                .put(User.builder(anna, OWNER.value(), sales)
                        .emailAddress(OWNER.value())
                        .build())
                .build();
        Crosstie crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(acme, configuration)), crm)
                .mail(mail)
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();

        SyncResult first = crosstie.sync(acme, anna);
        Path card = onlyCard();
        Files.writeString(card, Files.readString(card).replace("END:VCARD", "TITLE:Countess\r\nEND:VCARD"));
        crosstie.sync(acme, anna);

        assertThat(first).isInstanceOf(SyncResult.Synced.class);
        assertThat(crm.records(new Owner(anna.value()), ItemKind.CONTACT)
                        .items()
                        .values())
                .containsExactly(
                        ADA.toBuilder().set(ContactFields.JOB_TITLE, "Countess").build());
        assertThat(crosstie.sync(acme, anna))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        third -> assertThat(third.writes()).isZero());
    }

    private Path onlyCard() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".vcf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aCardThatNobodyNamedIsNamedAfterItsPersonEvenIfThatIsRenamed() throws IOException {
        Endpoint contacts = contacts();
        WriteOutcome.Written ada = create(contacts);

        contacts.write(List.of(new Write.Update(ada.id(), ada.version(), Map.of(ContactFields.SURNAME, "King"))));

        assertThat(Files.readString(onlyCard())).contains("FN;DERIVED=true:Ada King");
    }

    @Test
    @DisplayName("S10: a file that is just gone may have been moved, and is no deletion")
    void aFileThatIsJustGoneIsNoDeletion() throws IOException {
        Endpoint contacts = contacts();
        ItemId ada = create(contacts).id();
        Cursor cursor = contacts.changes(null).next();

        Files.delete(onlyCard());

        assertThat(contacts.changes(cursor).changes()).containsExactly(new Change.Removed(ada, Removal.UNKNOWN));
    }

    @Test
    @DisplayName("S12: an edit that came in between is neither overwritten nor deleted")
    void anEditThatCameInBetweenStays() throws IOException {
        Endpoint contacts = contacts();
        WriteOutcome.Written ada = create(contacts);
        Files.writeString(onlyCard(), Files.readString(onlyCard()).replace("Lovelace", "King"));

        List<WriteOutcome> late = contacts.write(
                List.of(new Write.Update(ada.id(), ada.version(), Map.of(ContactFields.GIVEN_NAME, "Augusta"))));
        List<WriteOutcome> later = contacts.write(List.of(new Write.Delete(ada.id(), ada.version())));

        assertThat(late).containsExactly(new WriteOutcome.Conflict());
        assertThat(later).containsExactly(new WriteOutcome.Conflict());
        assertThat(Files.readString(onlyCard())).contains("King");
    }

    @Test
    void whatCannotBeReadWholeIsLeftAloneAndSaysWhy() throws IOException {
        Files.writeString(folder().resolve("two.vcf"), "BEGIN:VCARD\r\nEND:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\r\n");
        Endpoint contacts = contacts();
        ItemId two = new ItemId("two.vcf");
        ItemVersion version =
                ((Change.Upserted) contacts.changes(null).changes().get(0)).version();

        assertThat(contacts.read(List.of(two)))
                .containsExactly(new ReadOutcome.Unreadable(
                        two, "cannot be read and written whole: vCard: 2 cards; keep one in a file"));
        assertThat(contacts.write(List.of(new Write.Update(two, version, Map.of(ContactFields.SURNAME, "King")))))
                .hasOnlyElementsOfType(WriteOutcome.Rejected.class);
    }

    @Test
    @DisplayName("S4: a file in another charset is not rewritten with question marks")
    void aFileInAnotherCharsetIsLeftAlone() throws IOException {
        Endpoint contacts = contacts();
        WriteOutcome.Written ada = create(contacts);
        Path card = onlyCard();
        String latin = Files.readString(card).replace("Lovelace", "Ångström");
        Files.write(card, latin.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(contacts.read(List.of(ada.id()))).hasOnlyElementsOfType(ReadOutcome.Unreadable.class);
    }

    private ReadOutcome event(String... lines) throws IOException {
        Files.writeString(
                root.resolve(OWNER.value()).resolve("Calendar").resolve("standup.ics"),
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Example//EN",
                        "BEGIN:VEVENT",
                        "UID:standup",
                        "DTSTAMP:20260302T080000Z",
                        String.join("\r\n", lines),
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
        return connector()
                .open(OWNER, ItemKind.EVENT, configuration)
                .read(List.of(new ItemId("standup.ics")))
                .get(0);
    }

    @Test
    @DisplayName("S6: a series with exceptions is not taken for one without")
    void aSeriesWithExceptionsIsNotTakenForOneWithout() throws IOException {
        assertThat(event(
                        "DTSTART:20260302T080000Z",
                        "DTEND:20260302T090000Z",
                        "RRULE:FREQ=DAILY",
                        "EXDATE:20260303T080000Z"))
                .isInstanceOf(ReadOutcome.Unreadable.class);
    }

    @Test
    @DisplayName("S15: an event from a day to a time cannot be read, and stops no other")
    void anEventFromADayToATimeCannotBeRead() throws IOException {
        assertThat(event("DTSTART;VALUE=DATE:20260302", "DTEND:20260302T090000Z"))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        strange -> assertThat(strange.message()).contains("a day beside a time"));
    }

    @Test
    @DisplayName("S4: the categories of all lines are read")
    void readsTheCategoriesOfAllLines() throws IOException {
        assertThat(event(
                        "DTSTART:20260302T080000Z",
                        "DTEND:20260302T090000Z",
                        "CATEGORIES:Red,Blue",
                        "CATEGORIES:Green"))
                .isInstanceOfSatisfying(
                        ReadOutcome.Found.class,
                        found -> assertThat(found.record().item().values().get(EventFields.CATEGORIES))
                                .isEqualTo(Set.of("Red", "Blue", "Green")));
    }

    @Test
    void aFolderThatNobodyMadeIsNoEmptyMailbox() throws IOException {
        Files.delete(folder().resolve(".identity"));

        assertThatThrownBy(this::contacts)
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("create the mailbox, or mount the disk");
    }

    @Test
    void noNameLeadsOutOfItsFolder() {
        assertThatThrownBy(() ->
                        connector().open(new Owner("../" + OWNER.value()), ItemKind.CONTACT, Items.anyConfiguration()))
                .isInstanceOf(MailboxUnavailableException.class);
        assertThatThrownBy(() -> contacts().read(List.of(new ItemId("..%2F..%2Fsecret"))))
                .isInstanceOf(MailboxUnavailableException.class);
    }

    @Test
    @DisplayName("S12: a name that is taken is not written over")
    void aNameThatIsTakenIsNotWrittenOver() throws IOException {
        Files.writeString(folder().resolve("taken.vcf"), "somebody's");
        Endpoint contacts =
                new FolderConnector(root, clock, () -> "taken").open(OWNER, ItemKind.CONTACT, configuration);

        List<WriteOutcome> outcomes = contacts.write(List.of(new Write.Create(new CorrelationTag("tag"), "key", ADA)));

        assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Unknown.class);
        assertThat(folder().resolve("taken.vcf")).hasContent("somebody's");
    }

    @Test
    @DisplayName("S15: any name of a file is an id, and a folder among the files stops nothing")
    void anyNameOfAFileIsAnId() throws IOException {
        create(contacts());
        Path card = onlyCard();
        List<String> names = List.of(" .vcf", "a+b %41.vcf", "Zoë, Ångström; 名刺.vcf", "..vcf.vcf", "a'\"\\b\n.vcf");
        for (String name : names) {
            Files.copy(card, folder().resolve(name.startsWith(".") ? "x" + name : name));
        }
        Files.createDirectory(folder().resolve("folder.vcf"));
        Cursor cursor = contacts().changes(null).next();

        List<Change> changes = contacts().changes(null).changes();
        List<ItemId> ids = changes.stream().map(Change::id).toList();

        assertThat(ids).hasSize(names.size() + 1);
        assertThat(contacts().read(ids)).hasOnlyElementsOfType(ReadOutcome.Found.class);
        assertThat(contacts().changes(cursor).changes()).isEmpty();
    }

    /** A line is lost, a character replaced, the rest cut off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("S15: whatever happens to a file, it is read whole or left alone")
    void aDamagedFileIsReadWholeOrLeftAlone(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        create(contacts());
        Path card = onlyCard();
        String whole =
                Files.readString(card).replace("END:VCARD", "TEL;TYPE=work:+1 555 0100\r\nCATEGORIES:a,b\r\nEND:VCARD");
        for (int round = 0; round < 200; round++) {
            String damaged = damaged(whole, random);
            Files.writeString(card, damaged);
            Change.Upserted now =
                    (Change.Upserted) contacts().changes(null).changes().get(0);
            ReadOutcome outcome = contacts().read(List.of(now.id())).get(0);

            Write edit = new Write.Update(now.id(), now.version(), Map.of(ContactFields.SURNAME, "King"));
            WriteOutcome written = contacts().write(List.of(edit)).get(0);

            assertThat(written)
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOfAny(WriteOutcome.Written.class, WriteOutcome.Rejected.class);
            if (outcome instanceof ReadOutcome.Unreadable || written instanceof WriteOutcome.Rejected) {
                assertThat(written).as("seed %d, round %d", seed, round).isInstanceOf(WriteOutcome.Rejected.class);
                assertThat(Files.readString(card)).isEqualTo(damaged);
            }
        }
    }

    private static String damaged(String text, RandomGenerator random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + (char) random.nextInt(1, 127) + text.substring(at + 1);
            default -> text.substring(0, at) + text.substring(text.indexOf('\n', at) + 1);
        };
    }

    @Test
    @DisplayName("F5: a cursor of another version of the connector expires")
    void aCursorOfAnotherVersionExpires() {
        assertThatThrownBy(() -> contacts().changes(new Cursor("2"))).isInstanceOf(CursorExpiredException.class);
    }
}

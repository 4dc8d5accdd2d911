package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.DocumentEndpoint;
import io.github.crosstie.connector.DocumentFormat;
import io.github.crosstie.connector.DocumentFormat.Place;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents in memory, each a list of properties. */
class DocumentEndpointTest extends EndpointContract {

    private static final DocumentFormat<Properties> FORMAT = new DocumentFormat<>(
            ItemKind.CONTACT,
            uid -> new Properties(),
            DocumentEndpointTest::parse,
            DocumentEndpointTest::print,
            place("tag"),
            Map.of(
                    ContactFields.GIVEN_NAME, place("given"),
                    ContactFields.SURNAME, place("family"),
                    ContactFields.EMAIL_ADDRESS, place("mail")));

    private MapStore store = new MapStore();

    private static Place<Properties> place(String key) {
        return new Place<>(
                document -> document.getProperty(key),
                (document, value) -> document.setProperty(key, value == null ? "" : value.toString()));
    }

    private static Properties parse(String text) throws IOException {
        if (text.contains("unfinished")) {
            throw new IOException("of somebody's: " + text);
        }
        Properties document = new Properties();
        document.load(new StringReader(text));
        return document;
    }

    private static String print(Properties document) throws IOException {
        StringWriter text = new StringWriter();
        document.store(text, null);
        return text.toString();
    }

    @BeforeEach
    void empty() {
        store = new MapStore();
    }

    @Override
    protected Endpoint open() {
        return openAgain();
    }

    @Override
    protected Endpoint openAgain() {
        return DocumentEndpoint.of(Side.MAIL, store, FORMAT, store::nextUid);
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        store.bin().add(id);
        return store.texts().remove(id) != null;
    }

    @Override
    protected ItemId copyAsPerson(ItemId id) {
        ItemId copy = new ItemId("copy of " + id);
        store.texts().put(copy, store.text(id));
        return copy;
    }

    @Override
    protected @Nullable Supplier<?> decorateAsPerson(ItemId id) {
        store.texts().merge(id, "pet=cat\n", String::concat);
        return () -> store.text(id).contains("pet=cat");
    }

    private static Write.Update rename(ItemId id, ItemVersion version) {
        return new Write.Update(id, version, Map.of(ContactFields.SURNAME, "King"));
    }

    @Test
    @DisplayName("S15: a document that cannot be parsed is left alone, and nothing of it is told")
    void leavesAloneWhatCannotBeParsed() {
        ItemId id = new ItemId("strange");
        store.texts().put(id, "unfinished");

        ReadOutcome read = openAgain().read(List.of(id)).get(0);
        WriteOutcome written =
                openAgain().write(List.of(rename(id, store.list().get(id)))).get(0);

        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        it -> assertThat(it.message())
                                .isEqualTo(
                                        "cannot be read and written whole: document: IOException; open it in the program that"
                                                + " wrote it, and save it again"));
        assertThat(written).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(store.text(id)).isEqualTo("unfinished");
    }

    @Test
    @DisplayName("S12: an edit that came in between is neither overwritten nor deleted")
    void anEditThatCameInBetweenStays() {
        ItemId id = new ItemId("ada");
        store.texts().put(id, "family=Lovelace\n");
        ItemVersion version = new ItemVersion("another");

        List<WriteOutcome> outcomes = List.of(
                openAgain().write(List.of(rename(id, version))).get(0),
                openAgain().write(List.of(new Write.Delete(id, version))).get(0));

        assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Conflict.class);
        assertThat(store.text(id)).isEqualTo("family=Lovelace\n");
    }

    @Test
    @DisplayName("G3: a listing of what is moved meanwhile does not claim to be complete")
    void aListingOfWhatIsMovedMeanwhileIsNotComplete() {
        store.texts().put(new ItemId("ada"), "family=Lovelace\n");
        store.hideOnce();

        assertThat(openAgain().changes(null).complete()).isFalse();
        assertThat(openAgain().changes(null).complete()).isTrue();
    }

    @Test
    @DisplayName("G4: a write whose store does not answer may have happened, and those before it have")
    void aWriteWithoutAnAnswerMayHaveHappened() {
        ItemId id = new ItemId("ada");
        store.texts().put(id, "family=Lovelace\n");
        Write.Update rename = rename(id, store.list().get(id));
        store.fail(new UnavailableException("the store is away"));

        assertThat(openAgain().write(List.of(rename))).hasOnlyElementsOfType(WriteOutcome.Unknown.class);
    }

    @Test
    void aFieldOfAnotherKindHasNoPlace() {
        assertThatThrownBy(() -> new DocumentFormat<>(
                        ItemKind.CONTACT,
                        uid -> new Properties(),
                        DocumentEndpointTest::parse,
                        DocumentEndpointTest::print,
                        place("tag"),
                        Map.of(EventFields.SUBJECT, place("subject"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> openAgain().project(ContactFields.NOTES, "a note"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask for fields of the capabilities");
    }

    @Test
    @DisplayName("S15: an unreadable document keeps no other of its batch back")
    void anUnreadableDocumentKeepsNoOtherBack() {
        store.texts().put(new ItemId("strange"), "unfinished");
        store.texts().put(new ItemId("ada"), "family=Lovelace\n");

        List<ReadOutcome> outcomes = openAgain().read(List.of(new ItemId("strange"), new ItemId("ada")));

        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        ReadOutcome.Found.class,
                        found -> assertThat(found.record().item())
                                .isEqualTo(Item.contact()
                                        .set(ContactFields.SURNAME, "Lovelace")
                                        .build()));
    }

    private DocumentFormat<Properties> reading(DocumentFormat.Step<String, Properties> parse, Place<Properties> title) {
        return new DocumentFormat<>(
                ItemKind.CONTACT,
                FORMAT.blank(),
                parse,
                FORMAT.print(),
                FORMAT.tag(),
                Map.of(ContactFields.SURNAME, place("family"), ContactFields.JOB_TITLE, title));
    }

    private Endpoint over(DocumentFormat<Properties> format) {
        return DocumentEndpoint.of(Side.MAIL, store, format, store::nextUid);
    }

    @Test
    @DisplayName("a field that a format insists on breaks no round: what cannot be tried is projected to itself")
    void projectsToItselfWhatCannotBeTried() {
        Endpoint insisting = over(reading(
                text -> {
                    Properties document = parse(text);
                    if (document.getProperty("family", "").isEmpty()) {
                        throw new IOException("nobody is without a name");
                    }
                    return document;
                },
                place("title")));

        assertThat(insisting.project(ContactFields.JOB_TITLE, "Countess")).isEqualTo("Countess");
        assertThat(insisting.project(ContactFields.SURNAME, "Lovelace")).isEqualTo("Lovelace");
    }

    @Test
    @DisplayName("a getter or a setter that fails is told by its field, and no value is")
    void namesTheFieldWhosePlaceFails() {
        Place<Properties> broken = new Place<>(document -> 7, (document, value) -> {
            throw new IllegalStateException("of somebody's: " + value);
        });
        ItemId id = new ItemId("ada");
        store.texts().put(id, "family=Lovelace\n");
        Endpoint endpoint = over(reading(FORMAT.parse(), broken));
        Write.Update retitle = new Write.Update(id, store.list().get(id), Map.of(ContactFields.JOB_TITLE, "Countess"));

        assertThat(endpoint.read(List.of(id)).get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        it -> assertThat(it.message())
                                .isEqualTo("cannot be read and written whole: document: jobTitle: field"
                                        + " 'jobTitle' takes String, not Integer; mend the getter of its place"));
        assertThat(endpoint.write(List.of(retitle)).get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        it -> assertThat(it.message())
                                .isEqualTo(
                                        "cannot be read and written whole: document: jobTitle: "
                                                + "IllegalStateException; open it in the program that wrote it, and save it again"));
    }

    @Test
    @DisplayName("S12: declares conditional writes where the store compares versions itself")
    void declaresWhatTheStoreCompares() {
        assertThat(openAgain().capabilities().conditionalWrites()).isFalse();

        store.compareVersions();

        assertThat(openAgain().capabilities().conditionalWrites()).isTrue();
    }
}

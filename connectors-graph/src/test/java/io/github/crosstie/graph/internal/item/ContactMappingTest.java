package io.github.crosstie.graph.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.Target;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts, written and read. */
class ContactMappingTest {

    private static final ContactMapping CONTACTS = new ContactMapping();
    private static final Stamp STAMP = Stamp.ofContact("ada@acme.example", new CorrelationTag("v1/tag/of <\"&'> ü"));

    private static Item projected(Item item) {
        Item.Builder held = Item.contact();
        item.values().forEach((field, value) -> held.put(field, CONTACTS.project(field, value)));
        return held.build();
    }

    private static Map<Field<?>, @Nullable Object> change(Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> changed = new HashMap<>();
        changed.put(field, value);
        return changed;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("S4: a contact is read as it was written, as far as a mailbox can hold it")
    void readsWhatItWrites(long seed) {
        RandomItems values = new RandomItems(seed);
        for (int contact = 0; contact < 20; contact++) {
            Item item = values.contact(CONTACTS.fields());

            ItemRecord read = CONTACTS.read(Answered.told(CONTACTS.create(item, STAMP)));

            assertThat(read.item().values())
                    .as("contact %s of seed %s", contact, seed)
                    .isEqualTo(projected(item).values());
            assertThat(read.stamp()).contains(STAMP);
            assertThat(read.trouble()).isNull();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("S4: an update of a field changes one property, and that to what is read back as the value")
    void updatesJustTheChangedFields(long seed) {
        RandomItems values = new RandomItems(seed);
        for (Field<?> field : CONTACTS.fields()) {
            Object value = values.value(field.type());
            Item after = Item.contact().put(field, value).build();

            ObjectNode body = CONTACTS.update(change(field, value), after, null);

            assertThat(body).as("body of %s with seed %s", field, seed).hasSize(1);
            assertThat(CONTACTS.read(Answered.told(body)).item())
                    .as("%s with seed %s", field, seed)
                    .isEqualTo(projected(after));
        }
    }

    @Test
    @DisplayName("S4: clears every field by one property that says so")
    void clears() {
        for (Field<?> field : CONTACTS.fields()) {
            ObjectNode body =
                    CONTACTS.update(change(field, null), Item.contact().build(), null);

            ItemRecord read = CONTACTS.read(Answered.told(body));

            assertThat(body).as("clearing %s", field).hasSize(1);
            assertThat(read.item().values()).as("after clearing %s", field).isEmpty();
            assertThat(read.trouble()).as("after clearing %s", field).isNull();
        }
    }

    @Test
    @DisplayName("S4: a part of a postal address is written with the others, which are one value to Graph")
    void writesAddressesWhole() {
        Item after = Item.contact()
                .set(ContactFields.HOME_CITY, "Kiel")
                .set(ContactFields.HOME_STREET, "Markt 1")
                .set(ContactFields.BUSINESS_CITY, "Bonn")
                .build();

        ObjectNode body = CONTACTS.update(change(ContactFields.HOME_CITY, "Kiel"), after, null);

        assertThat(body)
                .isEqualTo(Answered.json("{'homeAddress': {'street': 'Markt 1', 'city': 'Kiel', 'state': null,"
                        + " 'countryOrRegion': null, 'postalCode': null}}"));
        assertThat(CONTACTS.needsBefore(Set.of(ContactFields.HOME_CITY))).isTrue();
        assertThat(CONTACTS.needsBefore(Set.of(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS_2)))
                .isFalse();
    }

    @Test
    @DisplayName("S4: all is held but four phones that no property of Graph's reaches")
    void declaresWhatIsNotHeld() {
        Set<Field<?>> missing = new TreeSet<>(ContactFields.STANDARD);
        missing.addAll(ContactFields.FURTHER);
        missing.removeAll(CONTACTS.fields());

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        ContactFields.BUSINESS_MOBILE_PHONE,
                        ContactFields.IP_PHONE,
                        ContactFields.MMS,
                        ContactFields.MSN);
    }

    @Test
    @DisplayName("S4: asks for every property that it reads, those without a name by their ids")
    void asksForAllThatItReads() {
        GraphCall call = CONTACTS.asking(GraphCall.get("read contact", "contacts", "AAMk1"));

        String path = URLDecoder.decode(((Target.InMailbox) call.target()).path(), StandardCharsets.UTF_8);
        assertThat(path)
                .contains("$select=id,createdDateTime,lastModifiedDateTime,parentFolderId,givenName,")
                .contains("businessAddress,homeAddress,otherAddress,mobilePhone")
                .contains("$expand=singleValueExtendedProperties($filter=id eq"
                        + " 'String {7f1a3c52-9d64-4b0e-8a57-c3e2b6d0f4a1} Name CrosstieTag' or id eq"
                        + " 'SystemTime 0x3A41'")
                .contains(" or id eq 'String 0x3A24'");
    }

    @Test
    void projectsTwiceAsOnce() {
        for (long seed = 1; seed <= 30; seed++) {
            Item once = projected(new RandomItems(seed).contact(CONTACTS.fields()));

            assertThat(projected(once)).as("seed %s", seed).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1985-12-10T11:59:00Z, 1985-12-10",
        "1985-12-10T00:00:00Z, 1985-12-10",
        "1985-12-09T23:00:00Z, 1985-12-10",
        "1985-12-10T10:00:00Z, 1985-12-10"
    })
    @DisplayName("a birthday is the date that was meant, in whatever zone its midnight was")
    void readsTheDateThatWasMeant(String birthday, LocalDate date) {
        ItemRecord read = CONTACTS.read(Answered.entity("'birthday': '" + birthday + "'"));

        assertThat(read.item().get(ContactFields.BIRTHDAY)).contains(date);
    }

    @Test
    @DisplayName("a contact has an id, a version, a folder and times, and shows a name")
    void readsWhatEveryItemHas() {
        ItemRecord read =
                CONTACTS.read(Answered.entity("'parentFolderId': 'F', 'createdDateTime': '2026-01-02T03:04:05Z',"
                        + " 'lastModifiedDateTime': '2026-01-03T03:04:05Z', 'surname': null"));
        Item named = Item.contact()
                .set(ContactFields.GIVEN_NAME, "Ada")
                .set(ContactFields.SURNAME, "Lovelace")
                .build();

        assertThat(read.id()).isEqualTo("AAMk1");
        assertThat(read.version()).isEqualTo("CQAAAA==");
        assertThat(read.parent()).isEqualTo("F");
        assertThat(List.of(read.createdAt(), read.modifiedAt()))
                .containsExactly(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-03T03:04:05Z"));
        assertThat(CONTACTS.create(named, STAMP).path("displayName").asText()).isEqualTo("Ada Lovelace");
        assertThat(CONTACTS.create(named, STAMP).path("fileAs").asText()).isEqualTo("Lovelace, Ada");
    }

    @Test
    @DisplayName("S15: what makes no sense is the trouble of one contact, which is still read to its end")
    void tellsWhatMakesNoSense() {
        ItemRecord read = CONTACTS.read(Answered.entity("'birthday': 'tomorrow', 'unheard': {}, 'surname': 'B'"));

        assertThat(read.trouble()).contains("birthday").contains("save it anew");
        assertThat(read.item().get(ContactFields.SURNAME)).contains("B");
    }
}

package io.github.crosstie.examples.folder;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.chain.ChainingTextWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.FormattedName;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Uid;
import io.github.crosstie.connector.DocumentFormat;
import io.github.crosstie.connector.DocumentFormat.Place;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contacts as vCards (RFC 6350), by ez-vcard. A property that is set keeps its parameters, and others of its name stay. */
final class ContactFormat {

    static final String TAG = "X-CROSSTIE-TAG";

    static final DocumentFormat<VCard> CARDS = new DocumentFormat<>(
            ItemKind.CONTACT,
            ContactFormat::blank,
            ContactFormat::parse,
            ContactFormat::print,
            text(card -> card.getExtendedProperties(TAG), card -> card.addExtendedProperty(TAG, "")),
            Map.of(
                    ContactFields.GIVEN_NAME, name(StructuredName::getGiven, StructuredName::setGiven),
                    ContactFields.SURNAME, name(StructuredName::getFamily, StructuredName::setFamily),
                    ContactFields.COMPANY_NAME, company(),
                    ContactFields.EMAIL_ADDRESS, text(VCard::getEmails, card -> card.addEmail("")),
                    ContactFields.JOB_TITLE, text(VCard::getTitles, card -> card.addTitle("")),
                    ContactFields.NOTES, text(VCard::getNotes, card -> card.addNote("")),
                    ContactFields.BUSINESS_PHONE, phone(TelephoneType.WORK, TelephoneType.CELL, TelephoneType.FAX),
                    ContactFields.MOBILE_PHONE, phone(TelephoneType.CELL),
                    ContactFields.HOME_PHONE, phone(TelephoneType.HOME, TelephoneType.CELL, TelephoneType.FAX),
                    ContactFields.CATEGORIES, new Place<>(ContactFormat::categories, ContactFormat::setCategories)));

    private ContactFormat() {}

    /** The first property that is meant, made if there is none. */
    private static <P> Place<VCard> first(
            Function<VCard, List<P>> all,
            Predicate<P> meant,
            Function<VCard, P> added,
            Function<P, String> get,
            BiConsumer<P, String> set) {
        Function<VCard, Optional<P>> first =
                card -> all.apply(card).stream().filter(meant).findFirst();
        return new Place<>(
                card -> first.apply(card).map(get).orElse(null),
                (card, value) ->
                        set.accept(first.apply(card).orElseGet(() -> added.apply(card)), Objects.toString(value, "")));
    }

    private static <P extends TextProperty> Place<VCard> text(Function<VCard, List<P>> all, Function<VCard, P> added) {
        return first(all, any -> true, added, TextProperty::getValue, TextProperty::setValue);
    }

    private static Place<VCard> name(Function<StructuredName, String> get, BiConsumer<StructuredName, String> set) {
        return first(VCard::getStructuredNames, any -> true, ContactFormat::named, get, set);
    }

    private static StructuredName named(VCard card) {
        card.setStructuredName(new StructuredName());
        return card.getStructuredName();
    }

    /** A mobile phone at work is a mobile phone; a fax is no phone. */
    private static Place<VCard> phone(TelephoneType type, TelephoneType... others) {
        return first(
                VCard::getTelephoneNumbers,
                phone -> phone.getTypes().contains(type) && Collections.disjoint(phone.getTypes(), List.of(others)),
                card -> card.addTelephoneNumber("", type),
                phone -> phone.getUri() == null
                        ? phone.getText()
                        : phone.getUri().getNumber(),
                Telephone::setText);
    }

    /** The first part of an organization; what follows are its units, which stay. */
    private static Place<VCard> company() {
        return first(
                VCard::getOrganizations,
                organization -> !organization.getValues().isEmpty(),
                card -> card.setOrganization(""),
                organization -> organization.getValues().get(0),
                (organization, name) -> organization.getValues().set(0, name));
    }

    private static Set<String> categories(VCard card) {
        return card.getCategoriesList().stream()
                .flatMap(line -> line.getValues().stream())
                .collect(Collectors.toSet());
    }

    private static void setCategories(VCard card, @Nullable Object value) {
        card.setCategories(value instanceof Set<?> set ? set.toArray(String[]::new) : new String[0]);
    }

    private static VCard blank(String uid) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.setUid(new Uid(uid));
        return card;
    }

    private static VCard parse(String text) {
        List<VCard> cards = Ezvcard.parse(text).all();
        if (cards.size() != 1) {
            throw new InvalidInputException("vCard", "", cards.size() + " cards; keep one in a file");
        }
        return cards.get(0);
    }

    /** In the version that the card has. A card needs a formatted name; one that nobody typed is marked as derived (RFC 9554). */
    private static String print(VCard card) {
        FormattedName formatted = card.getFormattedName();
        if (formatted == null || "true".equals(formatted.getParameter("DERIVED"))) {
            StructuredName name = card.getStructuredName() == null ? new StructuredName() : card.getStructuredName();
            String text = Objects.toString(name.getGiven(), "") + " " + Objects.toString(name.getFamily(), "");
            card.setFormattedName(text.strip()).setParameter("DERIVED", "true");
        }
        ChainingTextWriter writer = Ezvcard.write(card).version(card.getVersion());
        return writer.versionStrict(false).prodId(false).go();
    }
}

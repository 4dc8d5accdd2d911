package io.github.crosstie.examples.folder;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts as vCard 4.0 (RFC 6350), by ez-vcard. */
final class ContactFormat implements RecordFormat<VCard> {

    private static final Map<Field<?>, Place<VCard>> PLACES = Map.of(
            ContactFields.GIVEN_NAME, name(StructuredName::getGiven, StructuredName::setGiven),
            ContactFields.SURNAME, name(StructuredName::getFamily, StructuredName::setFamily),
            ContactFields.COMPANY_NAME, company(),
            ContactFields.EMAIL_ADDRESS, text(Email.class, () -> new Email("")),
            ContactFields.JOB_TITLE, text(Title.class, () -> new Title("")),
            ContactFields.NOTES, text(Note.class, () -> new Note("")),
            ContactFields.BUSINESS_PHONE, phone(TelephoneType.WORK, TelephoneType.CELL, TelephoneType.FAX),
            ContactFields.MOBILE_PHONE, phone(TelephoneType.CELL),
            ContactFields.HOME_PHONE, phone(TelephoneType.HOME, TelephoneType.CELL, TelephoneType.FAX),
            ContactFields.CATEGORIES, new Place<>(ContactFormat::categories, ContactFormat::setCategories));

    /** The first property that is meant. One that is there keeps its parameters, one that is missing is made. */
    private static <P extends VCardProperty> Place<VCard> first(
            Class<P> type,
            Predicate<P> meant,
            Supplier<P> made,
            Function<P, @Nullable String> get,
            BiConsumer<P, String> set) {
        Function<VCard, Optional<P>> first =
                card -> card.getProperties(type).stream().filter(meant).findFirst();
        return new Place<>(card -> first.apply(card).map(get).orElse(null), (card, value) -> {
            if (value != null && first.apply(card).isEmpty()) {
                card.addProperty(made.get());
            }
            first.apply(card).ifPresent(property -> set.accept(property, value == null ? "" : (String) value));
        });
    }

    private static Place<VCard> name(
            Function<StructuredName, @Nullable String> get, BiConsumer<StructuredName, String> set) {
        return first(StructuredName.class, any -> true, StructuredName::new, get, set);
    }

    private static <P extends TextProperty> Place<VCard> text(Class<P> type, Supplier<P> made) {
        return first(type, any -> true, made, TextProperty::getValue, TextProperty::setValue);
    }

    /** A mobile phone at work is a mobile phone; a fax is no phone. */
    private static Place<VCard> phone(TelephoneType type, TelephoneType... others) {
        return first(
                Telephone.class,
                phone -> phone.getTypes().contains(type) && Collections.disjoint(phone.getTypes(), List.of(others)),
                () -> made(type),
                Telephone::getText,
                Telephone::setText);
    }

    private static Telephone made(TelephoneType type) {
        Telephone phone = new Telephone("");
        phone.getTypes().add(type);
        return phone;
    }

    /** The first part of an organization; what follows are its units, which stay. */
    private static Place<VCard> company() {
        return first(
                Organization.class,
                any -> true,
                Organization::new,
                organization -> organization.getValues().stream().findFirst().orElse(null),
                (organization, name) -> {
                    List<String> parts = organization.getValues();
                    parts.subList(0, Math.min(1, parts.size())).clear();
                    parts.add(0, name);
                });
    }

    private static @Nullable Object categories(VCard card) {
        Categories categories = card.getCategories();
        return categories == null ? null : new TreeSet<>(categories.getValues());
    }

    private static void setCategories(VCard card, @Nullable Object value) {
        card.setCategories(RecordFormat.texts(value).toArray(String[]::new));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    public Map<Field<?>, Place<VCard>> places() {
        return PLACES;
    }

    @Override
    public VCard blank(String id) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.setUid(new Uid(id));
        return card;
    }

    @Override
    public VCard parse(String text) {
        List<VCard> cards = Ezvcard.parse(text).all();
        if (cards.size() != 1) {
            throw new IllegalArgumentException(cards.size() + " cards; keep one in a file");
        }
        return cards.get(0);
    }

    /** In the version that the card has. A card needs a formatted name; one that nobody typed is marked as derived (RFC 9554). */
    @Override
    public String print(VCard card) {
        FormattedName formatted = card.getFormattedName();
        if (formatted == null || "true".equals(formatted.getParameter("DERIVED"))) {
            StructuredName name = card.getStructuredName();
            String text = name == null
                    ? ""
                    : Stream.of(name.getGiven(), name.getFamily())
                            .filter(part -> part != null && !part.isEmpty())
                            .collect(Collectors.joining(" "));
            card.setFormattedName(text).setParameter("DERIVED", "true");
        }
        return Ezvcard.write(card)
                .version(card.getVersion())
                .versionStrict(false)
                .prodId(false)
                .go();
    }

    @Override
    public @Nullable String tag(VCard card) {
        RawProperty tag = card.getExtendedProperty(TAG);
        return tag == null ? null : tag.getValue();
    }

    @Override
    public void tag(VCard card, String tag) {
        card.setExtendedProperty(TAG, tag);
    }
}

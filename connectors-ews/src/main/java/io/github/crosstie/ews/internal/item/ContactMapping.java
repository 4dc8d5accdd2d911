package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.NewItem;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts. */
public final class ContactMapping implements ItemMapping {

    /** Before the properties of contacts. */
    private static final List<ItemProperty> OF_ITEM =
            List.of(new BodyProperty(ContactFields.NOTES), new CategoriesProperty(ContactFields.CATEGORIES));

    /** The schema has the title in a part that cannot be written. */
    private static final PropertyPath TITLE = PropertyPath.tagged("0x3A45", "String");

    private static final PropertySet PROPERTIES = new PropertySet(OF_ITEM, ContactProperties.OF_CONTACT);

    private final SortedSet<Field<?>> fields;

    /** A mapping of all fields. */
    public ContactMapping() {
        SortedSet<Field<?>> all = new TreeSet<>(ContactFields.STANDARD);
        all.addAll(ContactFields.FURTHER);
        fields = Collections.unmodifiableSortedSet(all);
    }

    @Override
    public SortedSet<Field<?>> fields() {
        return fields;
    }

    @Override
    public String element() {
        return "Contact";
    }

    @Override
    public ItemShape shape() {
        List<PropertyPath> paths = new ArrayList<>(ItemReading.PATHS);
        paths.add(TITLE);
        paths.addAll(PROPERTIES.paths());
        return ItemShape.of(ItemShape.BodyType.TEXT, paths);
    }

    @Override
    public ItemRecord read(XmlInput element) {
        ItemReading reading = new ItemReading(ItemKind.CONTACT);
        element.children(child -> {
            if (!PROPERTIES.read(child, reading)) {
                reading.guard(child.name(), () -> reading.read(child));
            }
        });
        reading.extended(TITLE)
                .map(Texts::held)
                .ifPresent(title -> reading.item().set(ContactFields.TITLE, title));
        return reading.record("", List.of(), Optional.empty());
    }

    @Override
    public NewItem create(Item item, Stamp stamp) {
        return new NewItem(element(), out -> write(item, stamp, out));
    }

    private static void write(Item item, Stamp stamp, XmlOutput out) {
        OF_ITEM.forEach(property -> property.write(item, out));
        ExtendedProperty.write(ItemMapping.STAMP, stamp.text(), out);
        title(item.value(ContactFields.TITLE)).ifPresent(title -> ExtendedProperty.write(TITLE, title, out));
        out.element(Space.TYPES, "FileAsMapping", "LastCommaFirst");
        String name = displayName(item);
        if (!name.isEmpty()) {
            out.element(Space.TYPES, "DisplayName", name);
        }
        ContactProperties.OF_CONTACT.forEach(property -> property.write(item, out));
    }

    /** What a list of contacts shows. */
    private static String displayName(Item item) {
        String name = Stream.of(ContactFields.GIVEN_NAME, ContactFields.MIDDLE_NAME, ContactFields.SURNAME)
                .map(item::get)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String shown = name.isEmpty() ? item.get(ContactFields.COMPANY_NAME).orElse("") : name;
        return Texts.cut(Texts.held(shown), SingleProperty.LIMIT);
    }

    private static Optional<String> title(@Nullable Object value) {
        return Optional.ofNullable((String) value).map(Texts::held).filter(title -> !title.isEmpty());
    }

    @Override
    public List<PropertyChange> update(Map<Field<?>, @Nullable Object> changed, Item after, boolean bodyIsHtml) {
        Updates updates = new Updates(bodyIsHtml);
        changed.forEach((field, value) -> {
            ItemProperty property = PROPERTIES.of(field);
            if (property != null) {
                property.update(field, value, updates);
            } else if (field.equals(ContactFields.TITLE)) {
                title(value)
                        .ifPresentOrElse(
                                title -> updates.set(TITLE, out -> ExtendedProperty.write(TITLE, title, out)),
                                () -> updates.delete(TITLE));
            }
        });
        return updates.changes();
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        if (field.equals(ContactFields.TITLE)) {
            return title(value).orElse(null);
        }
        return Objects.requireNonNull(PROPERTIES.of(field), "a field of contacts")
                .project(field, value);
    }

    @Override
    public Optional<String> cannotExpress(Item item) {
        return Optional.empty();
    }
}

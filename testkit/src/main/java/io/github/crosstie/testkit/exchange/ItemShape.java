package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Bodies;
import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which properties of items an answer shows. */
final class ItemShape {

    /** Where the items are shown, which says what cannot be. */
    enum Place {
        /** Items asked for by their ids. */
        ONE_BY_ONE,
        /** A search. */
        LISTING,
        /** The changes of a folder. */
        CHANGES
    }

    private final String base;
    private final String bodyType;
    private final List<PropertyPath> additional;
    private final Place place;

    private ItemShape(String base, String bodyType, List<PropertyPath> additional, Place place) {
        this.base = base;
        this.bodyType = bodyType;
        this.additional = additional;
        this.place = place;
    }

    /** A shape that shows ids only. */
    static ItemShape idOnly() {
        return new ItemShape("IdOnly", "", List.of(), Place.ONE_BY_ONE);
    }

    static ItemShape read(Tree request, Place place) throws Refusal {
        Tree shape = request.child("m:ItemShape");
        if (shape == null) {
            throw new Refusal("ErrorMissingArgument", "The shape of the items is missing.");
        }
        List<PropertyPath> additional = new ArrayList<>();
        for (Tree named : shape.in("t:AdditionalProperties")) {
            PropertyPath path = PropertyPath.read(named);
            if (path != null) {
                check(path, place);
                additional.add(path);
            }
        }
        boolean mime = shape.textOf("t:IncludeMimeContent").equals("true");
        if (mime && place != Place.ONE_BY_ONE) {
            throw new Refusal("ErrorInvalidPropertyForOperation", "MIME content cannot be had here.");
        }
        return new ItemShape(shape.textOf("t:BaseShape"), shape.textOf("t:BodyType"), additional, place);
    }

    private static void check(PropertyPath path, Place place) throws Refusal {
        // The changes of a folder leave in silence out what they cannot show.
        if (path instanceof PropertyPath.Element element
                && place == Place.LISTING
                && Fields.onlyOneByOne(element.name())) {
            throw new Refusal(
                    "ErrorInvalidPropertyForOperation",
                    "The property cannot be used with this type of operation: " + element.name());
        }
    }

    /** An item as the answer shows it. */
    Tree show(ShownItem item, Times times) throws Refusal {
        if (base.equals("IdOnly") && additional.isEmpty()) {
            return Tree.of("t:" + item.kind(), item.itemId());
        }
        Properties all = item.properties();
        Map<String, Tree> elements = new LinkedHashMap<>();
        for (Tree element : all.elements().values()) {
            if (inBase(element.localName())) {
                elements.put(element.localName(), element);
            }
        }
        elements.put("ItemId", item.itemId());
        Set<Tree> extended = new LinkedHashSet<>();
        Map<String, Set<String>> entries = new LinkedHashMap<>();
        for (PropertyPath path : additional) {
            Tree value = all.get(path);
            if (value == null || (place == Place.CHANGES && Fields.onlyOneByOne(value.localName()))) {
                continue;
            }
            if (path instanceof PropertyPath.Extended) {
                extended.add(value);
            } else if (path instanceof PropertyPath.Entry entry) {
                entries.computeIfAbsent(entry.container(), none -> new LinkedHashSet<>())
                        .add(entry.key());
            } else {
                elements.put(value.localName(), value);
            }
        }
        entries.forEach((container, keys) -> elements.computeIfAbsent(container, name -> only(all, name, keys)));
        return assemble(item.kind(), elements, extended, times);
    }

    private static Tree only(Properties all, String container, Set<String> keys) {
        Tree whole = all.element(container);
        List<Tree> entries = whole == null ? List.of() : whole.children();
        return Tree.of(
                "t:" + container,
                entries.stream()
                        .filter(entry -> keys.contains(entry.attribute("Key")))
                        .toList());
    }

    private Tree assemble(String kind, Map<String, Tree> elements, Set<Tree> extended, Times times) {
        List<Tree> ordered = new ArrayList<>(elements.values().stream()
                .filter(element -> Fields.known(element.localName()))
                .map(element -> element.localName().equals("Body") ? Bodies.as(element, bodyType) : element)
                .map(times::show)
                .toList());
        extended.forEach(ordered::add);
        ordered.sort(Comparator.comparingInt(element -> Fields.rank(element.localName())));
        Tree shown = Tree.of("t:" + kind, ordered);
        return place == Place.LISTING ? TableRow.of(shown) : shown;
    }

    private boolean inBase(String element) {
        if (place != Place.ONE_BY_ONE && (Fields.onlyOneByOne(element) || Fields.notInListings(element))) {
            return false;
        }
        return switch (base) {
            case "AllProperties" -> !element.equals("TextBody");
            case "Default" -> Fields.inDefaultShape(element);
            default -> false;
        };
    }
}

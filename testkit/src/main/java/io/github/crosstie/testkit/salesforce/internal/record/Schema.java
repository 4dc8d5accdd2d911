package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of an organization. Not thread-safe: the database's lock guards it. */
public final class Schema {

    private final Map<String, ObjectDefinition> objects = new LinkedHashMap<>();

    private Schema() {}

    /** The objects that come with every organization, as {@link StandardObjects} writes them down. */
    static Schema standard() {
        Schema schema = new Schema();
        StandardObjects.DECLARATIONS.forEach(schema::declare);
        return schema;
    }

    /** All of them. */
    public Collection<ObjectDefinition> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** The object of a name in any case; null if there is none. */
    public @Nullable ObjectDefinition find(String name) {
        return objects.get(name.toLowerCase(Locale.ROOT));
    }

    /** An object that is known to be there. */
    public ObjectDefinition object(String name) {
        ObjectDefinition found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no object " + name + " in this organization; objects are "
                    + objects.values().stream().map(ObjectDefinition::name).toList());
        }
        return found;
    }

    /** The object that an id belongs to. */
    public Optional<ObjectDefinition> ofId(String id) {
        String prefix = RecordId.keyPrefix(id);
        return objects.values().stream()
                .filter(object -> object.keyPrefix().equals(prefix))
                .findFirst();
    }

    private void declare(String declaration) {
        List<String> lines = declaration.lines().toList();
        List<String> head = words(lines.get(0));
        Set<ObjectDefinition.Ability> abilities = EnumSet.noneOf(ObjectDefinition.Ability.class);
        head.stream()
                .skip(2)
                .map(word -> ObjectDefinition.Ability.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(abilities::add);
        ObjectDefinition object = new ObjectDefinition(head.get(0), head.get(1), abilities);
        objects.put(object.name().toLowerCase(Locale.ROOT), object);
        for (String line : lines.subList(1, lines.size())) {
            List<String> words = words(line);
            if (words.get(0).equals("children")) {
                object.add(new ObjectDefinition.Children(
                        words.get(1), words.get(2), words.get(3), words.contains("cascading")));
            } else {
                field(object, words);
            }
        }
        StandardObjects.SYSTEM_FIELDS.lines().map(Schema::words).forEach(words -> field(object, words));
        if (object.can(ObjectDefinition.Ability.BIN)) {
            field(object, List.of("IsDeleted", "boolean", "read_only"));
        }
    }

    /** Words are name, type, perhaps length, traits in small letters, objects with a capital, values behind an equals sign. */
    private static void field(ObjectDefinition object, List<String> words) {
        Set<FieldTrait> traits = EnumSet.noneOf(FieldTrait.class);
        int length = 0;
        List<String> references = List.of();
        List<String> values = List.of();
        for (String word : words.subList(2, words.size())) {
            if (Character.isDigit(word.charAt(0))) {
                length = Integer.parseInt(word);
            } else if (word.startsWith("=")) {
                values = Arrays.asList(word.substring(1).split(",", -1));
            } else if (Character.isUpperCase(word.charAt(0))) {
                references = Arrays.asList(word.split(",", -1));
            } else {
                traits.add(FieldTrait.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        FieldType type = FieldType.valueOf(words.get(1).toUpperCase(Locale.ROOT));
        object.add(words.get(0), type, length, traits, references, values);
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split(" +", -1));
    }
}

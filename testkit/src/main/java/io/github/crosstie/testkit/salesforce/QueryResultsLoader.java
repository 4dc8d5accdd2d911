package io.github.crosstie.testkit.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldType;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the query results of a folder into an organization: {@code User.json}, {@code User-2.json} and so on, each the body of
 * a page or an array of bodies. Records are kept as they are, with their ids and stamps, and need not fit together.
 */
final class QueryResultsLoader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FILE = Pattern.compile("([A-Za-z_]+)(?:-([0-9]{1,9}))?\\.json");

    private final Database database;
    private final RecordWriter writer;

    QueryResultsLoader(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    void load(Path folder) {
        try (Stream<Path> listing = Files.list(folder)) {
            List<Path> files = listing.sorted(Comparator.comparingInt(QueryResultsLoader::page))
                    .toList();
            database.clear();
            for (Path file : files) {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                ObjectDefinition object = name.matches() ? database.schema().find(name.group(1)) : null;
                if (object != null) {
                    pages(object, JSON.readTree(file.toFile()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " with query results cannot be read", e);
        }
    }

    /** {@code User.json} is the first page, {@code User-2.json} the second. */
    private static int page(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        return name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 1;
    }

    private void pages(ObjectDefinition object, JsonNode document) {
        if (document.isArray()) {
            document.forEach(page -> pages(object, page));
        } else {
            document.path("records").forEach(record -> record(object, record));
        }
    }

    private void record(ObjectDefinition object, JsonNode json) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            if (!property.getKey().equals("attributes")) {
                value(object, property.getKey(), property.getValue(), values);
            }
        });
        object.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> values.putIfAbsent(field, false));
        writer.put(object, values);
    }

    private void value(
            ObjectDefinition object, String name, JsonNode json, Map<FieldDefinition, @Nullable Object> values) {
        if (json.isObject()) {
            FieldDefinition reference = object.fields().stream()
                    .filter(field -> name.equals(field.relationshipName()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("object " + object.name() + " has no relationship "
                            + name + "; leave it out of the query"));
            values.put(reference, named(reference, json.path("Name").asText()));
        } else if (object.find(name) != null || !json.isNull()) {
            FieldDefinition field = object.field(name);
            values.put(field, read(object, field, json));
        }
    }

    private static @Nullable Object read(ObjectDefinition object, FieldDefinition field, JsonNode json) {
        try {
            return FieldValues.read(field, json);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    "a record of " + object.name() + ": " + refusal.code() + " in field " + field.name()
                            + "; correct the file",
                    refusal);
        }
    }

    /** A record that is known by its name alone, such as a profile's license. */
    private String named(FieldDefinition reference, String name) {
        ObjectDefinition object =
                database.schema().object(reference.referenceTo().get(0));
        return database.table(object).rows().stream()
                .filter(row -> Objects.equals(name, row.text("Name")))
                .findFirst()
                .orElseGet(() -> writer.insert(object, Map.of(object.field("Name"), name), Actor.person("")))
                .id();
    }
}

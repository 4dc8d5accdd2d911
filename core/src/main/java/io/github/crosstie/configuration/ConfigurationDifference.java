package io.github.crosstie.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One setting in which two sets of configurations differ.
 *
 * @param path where, such as {@code configurations[sales].contacts.direction}; elements of lists are named by what identifies
 *     them, so an assignment by its target and a field mapping by its CRM field, never by their place
 * @param before the old value as text, or null if it was not there
 * @param after the new value as text, or null if it is not there any more
 */
public record ConfigurationDifference(
        String path, @Nullable String before, @Nullable String after) {

    private static final String PRESENT = "present";

    /** Checks that there is a path. */
    public ConfigurationDifference {
        Objects.requireNonNull(path, "path");
    }

    /**
     * Compares two sets. The order of assignments, field mappings and filters means nothing, so it makes no difference. A
     * configuration or business unit that only one set has gives one difference for itself, and one for each setting that is
     * not the default.
     *
     * @param before the old set
     * @param after the new set
     * @return the differences, ordered by path; empty for equal sets, the same on every run
     */
    public static List<ConfigurationDifference> between(ConfigurationSet before, ConfigurationSet after) {
        List<ConfigurationDifference> found = new ArrayList<>();
        compare(
                "organization",
                before.organization().value(),
                after.organization().value(),
                found);
        compare("assignmentOrder", SettingTexts.of(before.order()), SettingTexts.of(after.order()), found);
        compare(
                "configurations",
                byId(
                        before.configurations(),
                        configuration -> configuration.id().value()),
                byId(after.configurations(), configuration -> configuration.id().value()),
                SettingTexts::of,
                configuration -> SyncConfiguration.builder(configuration.id()).build(),
                found);
        compare(
                "businessUnits",
                byId(before.businessUnits(), unit -> unit.id().value()),
                byId(after.businessUnits(), unit -> unit.id().value()),
                SettingTexts::of,
                unit -> BusinessUnit.of(unit.id()),
                found);
        found.sort(Comparator.comparing(ConfigurationDifference::path));
        return List.copyOf(found);
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> found = new TreeMap<>();
        all.forEach(each -> found.put(id.apply(each), each));
        return found;
    }

    private static <T> void compare(
            String list,
            Map<String, T> before,
            Map<String, T> after,
            Function<T, Map<String, String>> texts,
            Function<T, T> byDefault,
            List<ConfigurationDifference> found) {
        for (String id : union(before, after)) {
            @Nullable T old = before.get(id);
            @Nullable T now = after.get(id);
            String path = list + "[" + id + "]";
            if (old != null && now != null) {
                compare(path + ".", texts.apply(old), texts.apply(now), found);
            } else if (now != null) {
                found.add(new ConfigurationDifference(path, null, PRESENT));
                compare(path + ".", Map.of(), notByDefault(now, texts, byDefault), found);
            } else if (old != null) {
                found.add(new ConfigurationDifference(path, PRESENT, null));
                compare(path + ".", notByDefault(old, texts, byDefault), Map.of(), found);
            }
        }
    }

    private static <T> Map<String, String> notByDefault(
            T only, Function<T, Map<String, String>> texts, Function<T, T> byDefault) {
        Map<String, String> settings = new TreeMap<>(texts.apply(only));
        settings.entrySet().removeAll(texts.apply(byDefault.apply(only)).entrySet());
        return settings;
    }

    private static void compare(
            String path, Map<String, String> before, Map<String, String> after, List<ConfigurationDifference> found) {
        for (String name : union(before, after)) {
            compare(path + name, before.get(name), after.get(name), found);
        }
    }

    private static void compare(
            String path, @Nullable String before, @Nullable String after, List<ConfigurationDifference> found) {
        if (!Objects.equals(before, after)) {
            found.add(new ConfigurationDifference(path, before, after));
        }
    }

    private static TreeSet<String> union(Map<String, ?> first, Map<String, ?> second) {
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        return names;
    }

    /**
     * The difference on one line, for people.
     *
     * @return the path, the old and the new value
     */
    @Override
    public String toString() {
        return path + ": " + (before == null ? "absent" : before) + " -> " + (after == null ? "absent" : after);
    }
}

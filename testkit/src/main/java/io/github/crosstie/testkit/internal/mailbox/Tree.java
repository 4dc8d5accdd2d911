package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element and all below it; immutable. Names carry one of the prefixes {@code soap}, {@code t}, {@code m} and
 * {@code e}, whatever the prefixes on the wire were; names of other namespaces are written
 * <code>{namespace}name</code>.
 *
 * @param name such as {@code t:Contact}
 * @param attributes without their namespaces
 * @param text the text, if it has no children
 * @param children the elements in it
 */
public record Tree(String name, Map<String, String> attributes, String text, List<Tree> children) {

    public static Tree of(String name, String text) {
        return new Tree(name, Map.of(), text, List.of());
    }

    public static Tree of(String name, Tree... children) {
        return new Tree(name, Map.of(), "", List.of(children));
    }

    public static Tree of(String name, Collection<Tree> children) {
        return new Tree(name, Map.of(), "", List.copyOf(children));
    }

    public Tree with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Tree(name, more, text, children);
    }

    public Tree plus(Tree child) {
        List<Tree> more = new ArrayList<>(children);
        more.add(child);
        return withChildren(more);
    }

    public Tree withChildren(List<Tree> others) {
        return new Tree(name, attributes, "", List.copyOf(others));
    }

    public Tree withText(String other) {
        return new Tree(name, attributes, other, List.of());
    }

    public Tree named(String other) {
        return new Tree(other, attributes, text, children);
    }

    /** The name without its prefix. */
    public String localName() {
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('}')) + 1);
    }

    /** The first child of a name, with its prefix; null if there is none. */
    public @Nullable Tree child(String childName) {
        for (Tree child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The children of the first child of a name; none if it is missing. */
    public List<Tree> in(String childName) {
        Tree child = child(childName);
        return child == null ? List.of() : child.children;
    }

    /** The text of the first child of a name; empty if it is missing. */
    public String textOf(String childName) {
        Tree child = child(childName);
        return child == null ? "" : child.text;
    }

    /** An attribute; empty if it is missing. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}

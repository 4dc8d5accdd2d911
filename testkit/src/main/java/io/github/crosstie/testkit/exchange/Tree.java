package io.github.crosstie.testkit.exchange;

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
record Tree(String name, Map<String, String> attributes, String text, List<Tree> children) {

    static Tree of(String name, String text) {
        return new Tree(name, Map.of(), text, List.of());
    }

    static Tree of(String name, Tree... children) {
        return new Tree(name, Map.of(), "", List.of(children));
    }

    static Tree of(String name, Collection<Tree> children) {
        return new Tree(name, Map.of(), "", List.copyOf(children));
    }

    Tree with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Tree(name, more, text, children);
    }

    Tree plus(Tree child) {
        List<Tree> more = new ArrayList<>(children);
        more.add(child);
        return withChildren(more);
    }

    Tree withChildren(List<Tree> others) {
        return new Tree(name, attributes, "", List.copyOf(others));
    }

    Tree withText(String other) {
        return new Tree(name, attributes, other, List.of());
    }

    Tree named(String other) {
        return new Tree(other, attributes, text, children);
    }

    /** The name without its prefix. */
    String localName() {
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('}')) + 1);
    }

    /** The first child of a name, with its prefix; null if there is none. */
    @Nullable
    Tree child(String childName) {
        for (Tree child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The children of the first child of a name; none if it is missing. */
    List<Tree> in(String childName) {
        Tree child = child(childName);
        return child == null ? List.of() : child.children;
    }

    /** The text of the first child of a name; empty if it is missing. */
    String textOf(String childName) {
        Tree child = child(childName);
        return child == null ? "" : child.text;
    }

    /** An attribute; empty if it is missing. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}

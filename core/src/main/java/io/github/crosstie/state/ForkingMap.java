package io.github.crosstie.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map of which a copy costs nothing: copies share a balanced tree of immutable nodes, and a change makes anew only the
 * path to what it changes. An iteration shows the map as it was when the iteration began. Not thread-safe, but copies may be
 * changed by different threads.
 */
final class ForkingMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V> {

    private @Nullable Node<K, V> root;
    private int size;

    ForkingMap() {}

    private ForkingMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    /** Another map with the same entries, that changes by itself. */
    ForkingMap<K, V> fork() {
        return new ForkingMap<>(root, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public @Nullable V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.value;
    }

    @SuppressWarnings("unchecked") // as any sorted map: a key of another type is a ClassCastException
    private @Nullable Node<K, V> find(Object key) {
        K wanted = (K) key;
        Node<K, V> node = root;
        while (node != null) {
            int order = wanted.compareTo(node.key);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    @Override
    public @Nullable V put(K key, V value) {
        Node<K, V> old = find(key);
        if (old == null) {
            size++;
        } else if (old.value == value) {
            return value;
        }
        root = Node.put(root, key, value);
        return old == null ? null : old.value;
    }

    @Override
    @SuppressWarnings("unchecked") // the key was found, so it is of the type
    public @Nullable V remove(Object key) {
        Node<K, V> old = find(key);
        if (old == null) {
            return null;
        }
        size--;
        root = Node.remove(root, (K) key);
        return old.value;
    }

    @Override
    public void clear() {
        root = null;
        size = 0;
    }

    /** The entries whose keys come after a key, in order; all of them if it is null. */
    Iterator<Entry<K, V>> after(@Nullable K key) {
        return new Ascent<>(root, key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return after(null);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** One entry and its subtrees, whose heights differ by 1 at most. */
    private static final class Node<K extends Comparable<? super K>, V> {

        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int height;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            height = 1 + Math.max(height(left), height(right));
        }

        private static int height(@Nullable Node<?, ?> node) {
            return node == null ? 0 : node.height;
        }

        static <K extends Comparable<? super K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
            if (node == null) {
                return new Node<>(key, value, null, null);
            }
            int order = key.compareTo(node.key);
            if (order == 0) {
                return new Node<>(node.key, value, node.left, node.right);
            }
            return order < 0
                    ? balanced(node, put(node.left, key, value), node.right)
                    : balanced(node, node.left, put(node.right, key, value));
        }

        static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
            if (node == null) {
                return null;
            }
            int order = key.compareTo(node.key);
            if (order < 0) {
                return balanced(node, remove(node.left, key), node.right);
            }
            if (order > 0) {
                return balanced(node, node.left, remove(node.right, key));
            }
            if (node.left == null || node.right == null) {
                return node.left == null ? node.right : node.left;
            }
            Node<K, V> next = node.right;
            while (next.left != null) {
                next = next.left;
            }
            return balanced(next, node.left, remove(node.right, next.key));
        }

        /** An entry above two subtrees whose heights differ by 2 at most. */
        private static <K extends Comparable<? super K>, V> Node<K, V> balanced(
                Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            int lean = height(left) - height(right);
            if (left != null && lean > 1) {
                return height(left.left) >= height(left.right) || left.right == null
                        ? left.above(left.left, entry.above(left.right, right))
                        : left.right.above(
                                left.above(left.left, left.right.left), entry.above(left.right.right, right));
            }
            if (right != null && lean < -1) {
                return height(right.right) >= height(right.left) || right.left == null
                        ? right.above(entry.above(left, right.left), right.right)
                        : right.left.above(
                                entry.above(left, right.left.left), right.above(right.left.right, right.right));
            }
            return entry.above(left, right);
        }

        private Node<K, V> above(@Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            return new Node<>(key, value, left, right);
        }
    }

    /** A walk in the keys' order. */
    private static final class Ascent<K extends Comparable<? super K>, V> implements Iterator<Entry<K, V>> {

        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Ascent(@Nullable Node<K, V> root, @Nullable K after) {
            Node<K, V> node = root;
            while (node != null) {
                if (after != null && node.key.compareTo(after) <= 0) {
                    node = node.right;
                } else {
                    path.push(node);
                    node = node.left;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Entry<K, V> next() {
            Node<K, V> next = path.poll();
            if (next == null) {
                throw new NoSuchElementException();
            }
            for (Node<K, V> node = next.right; node != null; node = node.left) {
                path.push(node);
            }
            return new SimpleImmutableEntry<>(next.key, next.value);
        }
    }
}

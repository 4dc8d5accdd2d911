package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a search demands of items. */
final class Restriction {

    private Restriction() {}

    /** What is looked at: an item or a folder. */
    interface Subject {

        /** One of its values; null if it lacks it. */
        @Nullable
        Tree value(PropertyPath path) throws Refusal;
    }

    /** Whether an item is what the restriction of a request asks for; all are if it has none. */
    static boolean accepts(Tree request, Subject item) throws Refusal {
        Tree restriction = request.child("m:Restriction");
        return restriction == null || accept(restriction.children().get(0), item);
    }

    private static boolean accept(Tree expression, Subject item) throws Refusal {
        List<Tree> parts = expression.children();
        return switch (expression.localName()) {
            case "And" -> all(parts, item, true);
            case "Or" -> !all(parts, item, false);
            case "Not" -> !accept(parts.get(0), item);
            case "Exists" -> text(parts.get(0), item) != null;
            case "Contains" -> contains(expression, item);
            case "IsEqualTo" -> compare(parts, item) == Order.SAME;
            case "IsNotEqualTo" -> compare(parts, item) != Order.SAME;
            case "IsGreaterThan" -> compare(parts, item) == Order.MORE;
            case "IsGreaterThanOrEqualTo" -> isAny(compare(parts, item), Order.MORE, Order.SAME);
            case "IsLessThan" -> compare(parts, item) == Order.LESS;
            case "IsLessThanOrEqualTo" -> isAny(compare(parts, item), Order.LESS, Order.SAME);
            default ->
                throw new Refusal(
                        "ErrorUnsupportedPathForQuery", "The restriction is not supported: " + expression.localName());
        };
    }

    private static boolean all(List<Tree> parts, Subject item, boolean wanted) throws Refusal {
        for (Tree part : parts) {
            if (accept(part, item) != wanted) {
                return false;
            }
        }
        return true;
    }

    private enum Order {
        LESS,
        SAME,
        MORE,
        UNKNOWN
    }

    private static boolean isAny(Order order, Order one, Order other) {
        return order == one || order == other;
    }

    private static Order compare(List<Tree> parts, Subject item) throws Refusal {
        String left = text(parts.get(0), item);
        Tree operand = parts.get(1).children().get(0);
        String right = operand.name().equals("t:Constant") ? operand.attribute("Value") : text(operand, item);
        if (left == null || right == null) {
            return left == null && right == null ? Order.SAME : Order.UNKNOWN;
        }
        int order = isMoment(parts.get(0))
                ? Times.stored(left).compareTo(Times.read(right, Times.utc().zone()))
                : left.compareToIgnoreCase(right);
        if (order == 0) {
            return Order.SAME;
        }
        return order < 0 ? Order.LESS : Order.MORE;
    }

    private static boolean isMoment(Tree path) throws Refusal {
        return PropertyPath.read(path) instanceof PropertyPath.Element element && Times.isMoment(element.name());
    }

    private static boolean contains(Tree expression, Subject item) throws Refusal {
        String text = text(expression.children().get(0), item);
        if (text == null) {
            return false;
        }
        String sought = expression.children().get(1).attribute("Value");
        if (expression.attribute("ContainmentComparison").startsWith("IgnoreCase")) {
            text = text.toLowerCase(Locale.ROOT);
            sought = sought.toLowerCase(Locale.ROOT);
        }
        return switch (expression.attribute("ContainmentMode")) {
            case "FullString" -> text.equals(sought);
            case "Prefixed" -> text.startsWith(sought);
            default -> text.contains(sought);
        };
    }

    private static @Nullable String text(Tree path, Subject item) throws Refusal {
        PropertyPath property = PropertyPath.read(path);
        if (property == null) {
            throw new Refusal("ErrorInvalidRestriction", "The restriction names no property.");
        }
        Tree value = item.value(property);
        if (value == null) {
            return null;
        }
        if (value.localName().equals(Fields.EXTENDED)) {
            return value.textOf("t:Value");
        }
        return value.name().equals("t:ItemId") ? value.attribute("Id") : value.text();
    }
}

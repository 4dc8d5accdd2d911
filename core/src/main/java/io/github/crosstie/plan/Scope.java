package io.github.crosstie.plan;

import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Series;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which records take part: filters, privacy of events, the window of time (S9, S14, S23). Leaving the scope deletes nothing. */
final class Scope {

    private final List<Filter> filters;
    private final EventSettings events;
    private final StandardFields fields;
    private final SeriesTimes series;
    private final ItemKind kind;
    private final List<FieldRule> rules;
    private final RecurrenceExpander expander;

    Scope(SyncConfiguration configuration, ItemKind kind, List<FieldRule> rules, RecurrenceExpander expander) {
        filters = configuration.records(kind).filters();
        events = configuration.events();
        fields = new StandardFields(configuration.records(kind).fields());
        series = new SeriesTimes(fields, rules, expander);
        this.kind = kind;
        this.rules = rules;
        this.expander = expander;
    }

    /** The scope by other settings. */
    Scope by(SyncConfiguration configuration) {
        return new Scope(configuration, kind, rules, expander);
    }

    /** Why a record's present values keep it out, apart from its time; empty if they do not. */
    Optional<String> exclusion(Side side, Item item) {
        for (Filter filter : filters) {
            if (filter.side() == side && !filter.accepts(item)) {
                return Optional.of("the filter on " + filter.field() + " does not let it in");
            }
        }
        return events.privateEvents() == PrivateEventPolicy.OFF && fields.isPrivate(side, item)
                ? Optional.of("private events are not synced")
                : Optional.empty();
    }

    /**
     * Whether the window lets a record in that is known by some views; a record without a time has no window. Where a view has a
     * time that is not known, the record may be in it.
     */
    boolean inWindow(Collection<Item> views, ZonedDateTime now) {
        if (views.stream().anyMatch(view -> view.isHashed() && series.isUnknown(view))) {
            return true;
        }
        List<Item> timed =
                views.stream().filter(view -> time(fields, view).isPresent()).toList();
        return timed.isEmpty() || timed.stream().anyMatch(view -> inWindow(view, now));
    }

    private boolean inWindow(Item view, ZonedDateTime now) {
        Optional<Series> repeated = series.of(view);
        return repeated.isPresent()
                ? series.touches(repeated.get(), firstMoment(now), momentBeyond(now), moved -> inWindow(moved, now))
                : time(fields, view).filter(time -> inWindow(time, now)).isPresent();
    }

    private ZonedDateTime firstMoment(ZonedDateTime now) {
        return now.toLocalDate().minusDays(events.window().daysBack()).atStartOfDay(now.getZone());
    }

    private ZonedDateTime momentBeyond(ZonedDateTime now) {
        return now.toLocalDate().plusDays(events.window().daysAhead() + 1L).atStartOfDay(now.getZone());
    }

    private boolean inWindow(EventTime time, ZonedDateTime now) {
        EventWindow window = events.window();
        LocalDate first = now.toLocalDate().minusDays(window.daysBack());
        LocalDate beyond = now.toLocalDate().plusDays(window.daysAhead() + 1L);
        if (time instanceof EventTime.AllDay allDay) {
            return allDay.endDay().isAfter(first) && allDay.firstDay().isBefore(beyond);
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        return !timed.end().isBefore(first.atStartOfDay(now.getZone()))
                && timed.start().isBefore(beyond.atStartOfDay(now.getZone()));
    }

    /** When an event outside the window will enter it; empty if its time is over. */
    Optional<Instant> entersWindow(Item item, ZonedDateTime now) {
        Stream<EventTime> times = series.of(item)
                .map(repeated -> series.next(repeated, momentBeyond(now)))
                .orElseGet(() -> time(fields, item).stream());
        return times.map(time -> firstDay(time, now).minusDays(events.window().daysAhead()))
                .map(day -> day.atStartOfDay(now.getZone()).toInstant())
                .filter(moment -> moment.isAfter(now.toInstant()))
                .min(Comparator.naturalOrder());
    }

    private static LocalDate firstDay(EventTime time, ZonedDateTime now) {
        return time instanceof EventTime.AllDay allDay
                ? allDay.firstDay()
                : ((EventTime.Timed) time)
                        .start()
                        .withZoneSameInstant(now.getZone())
                        .toLocalDate();
    }

    /** The time of a record of either side: the CRM's alone has the field that is mapped to the standard one. */
    private static Optional<EventTime> time(StandardFields fields, Item item) {
        return fields.value(Side.CRM, item, EventFields.TIME)
                .or(() -> fields.value(Side.MAIL, item, EventFields.TIME))
                .filter(EventTime.class::isInstance)
                .map(EventTime.class::cast);
    }

    /** Whether a record lies in the future, or has no time (S11). */
    boolean inFuture(Item item, ZonedDateTime now) {
        return series.of(item)
                .map(repeated -> series.isAfter(repeated, now, moved -> inFuture(moved, now)))
                .or(() -> time(fields, item).map(time -> inFuture(time, now)))
                .orElse(true);
    }

    private static boolean inFuture(EventTime time, ZonedDateTime now) {
        return time instanceof EventTime.AllDay allDay
                ? allDay.firstDay().isAfter(now.toLocalDate())
                : ((EventTime.Timed) time).start().isAfter(now);
    }
}

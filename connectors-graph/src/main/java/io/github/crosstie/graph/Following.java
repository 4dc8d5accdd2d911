package io.github.crosstie.graph;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.DeltaEntry;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import io.github.crosstie.graph.internal.wire.GraphCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Follows all strands of a folder, page by page; what pages say is others' business. For one thread. */
final class Following {

    private static final int PATIENCE = 3;

    private final Delta delta;
    private final int pageSize;
    private final Supplier<Strand> beginning;
    private final UnaryOperator<List<Strand>> roll;
    private final Function<Strand, GraphCall> requests;

    /**
     * A way to follow.
     *
     * @param delta asks for pages
     * @param pageSize how many items a page tells of at most
     * @param beginning the strand that a listing of everything reads
     * @param roll which strands are followed after those of a cursor at rest
     * @param requests the request that a strand begins with
     */
    Following(
            Delta delta,
            int pageSize,
            Supplier<Strand> beginning,
            UnaryOperator<List<Strand>> roll,
            Function<Strand, GraphCall> requests) {
        this.delta = delta;
        this.pageSize = pageSize;
        this.beginning = beginning;
        this.roll = roll;
        this.requests = requests;
    }

    /**
     * A page and where it stands.
     *
     * @param page what it says
     * @param next where to go on
     * @param listing whether it is part of a listing of everything
     * @param more whether another one follows now
     */
    record Step(DeltaPage page, Cursor next, boolean listing, boolean more) {

        /** What this page and the next one say. */
        Step and(Step following) {
            List<DeltaEntry> entries = new ArrayList<>(page.entries());
            entries.addAll(following.page.entries());
            DeltaPage both = new DeltaPage(entries, following.page.link(), following.page.last());
            return new Step(both, following.next, following.listing, following.more);
        }
    }

    /** The next page. Where the server leads back to the same place, or begins a lap anew, it is asked again: that is no progress. */
    Step step(@Nullable Cursor cursor) {
        Step step = once(cursor);
        for (int again = 0; step.more() && step.next().equals(cursor); again++) {
            if (again == PATIENCE) {
                throw new CursorExpiredException(
                        "the server leads back to one page of changes again and again; list everything again");
            }
            step = step.and(once(cursor));
        }
        return step;
    }

    private Step once(@Nullable Cursor cursor) {
        StrandCursor from = cursor == null ? StrandCursor.beginning(beginning.get()) : StrandCursor.of(cursor);
        StrandCursor rolled = from.isAtRest() ? from.with(roll.apply(from.strands())) : from;
        try {
            return read(rolled);
        } catch (CursorExpiredException e) {
            if (!rolled.strand().canRestart()) {
                throw e;
            }
            // A link within a lap may expire before the one that the lap began with, which tells all of it again.
            return read(rolled.restarted());
        }
    }

    private Step read(StrandCursor at) {
        Strand strand = at.strand();
        DeltaPage page = delta.page(requests.apply(strand), strand.link().isEmpty() ? null : strand.link(), pageSize);
        return new Step(page, at.after(page).toCursor(), at.listing(), !at.endsWith(page));
    }
}

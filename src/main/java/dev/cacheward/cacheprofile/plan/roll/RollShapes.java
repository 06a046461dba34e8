package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import java.util.Optional;

/** Says what the objects of a server are to look like for a step. */
public final class RollShapes {
    private RollShapes() {}

    /** Returns the shape that a step leads to, before it is carried out. */
    public static RollShape of(WarmStep step, RollView view) {
        String active = view.active().name();
        if (step instanceof WarmStep.Keep || step instanceof WarmStep.Cold || step instanceof WarmStep.Refuse) {
            return RollShape.only(active);
        }
        if (step instanceof WarmStep.Settle settle) {
            return RollShape.only(settle.to().name());
        }
        if (step instanceof WarmStep.GiveUp up) {
            return new RollShape(
                    Ordinals.only(up.back().name()),
                    up.back().name(),
                    Optional.of(new RollMark(view.goal(), view.now(), Optional.of(up.why()))));
        }
        return new RollShape(
                Ordinals.PAIR,
                step instanceof WarmStep.Promote promote ? promote.to().name() : active,
                Optional.of(underWay(view)));
    }

    /** Returns the record of the roll that is under way, or of the one that begins. */
    private static RollMark underWay(RollView view) {
        return view.mark()
                .filter(mark -> mark.refusal().isEmpty())
                .orElseGet(() -> new RollMark(view.goal(), view.now(), Optional.empty()));
    }
}

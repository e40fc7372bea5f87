package peekbench.trial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.scenario.Scenario;

/** Makes events of what trials report, each with the share of its trial that is done. For several trials at once. */
public final class TrialReporter implements TrialProgress {
    private static final String ATTACK = "attack ";

    private final long process;
    private final int attempt;
    private final Function<TrialPlan, String> ids;
    private final Consumer<? super TrialEvent> events;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    /**
     * @param process number of the process that trials run in
     * @param attempt counted from 1
     * @param ids what trials are called
     * @param events takes them, from the threads that trials run on
     */
    public TrialReporter(
            long process, int attempt, Function<TrialPlan, String> ids, Consumer<? super TrialEvent> events) {
        this.ids = ids;
        this.process = process;
        this.attempt = attempt;
        this.events = events;
    }

    /** How far a trial is; only its own thread touches it. */
    private static final class State {
        private final int attacks;
        private final TrialShare share;
        private String attack = "";
        private int place;

        State(int attacks) {
            this.attacks = attacks;
            this.share = new TrialShare(attacks);
        }
    }

    private State state(TrialPlan plan) {
        return states.computeIfAbsent(ids.apply(plan), id -> new State(attacks(plan.point())));
    }

    /** How many attacks a trial mounts, those at epochs included. */
    private static int attacks(Scenario point) {
        long atEpochs = point.attacks().stream()
                .filter(attack -> attack.watchedEpochs().isEmpty())
                .count();
        int rounds = point.attackAtEpochs().size();
        return Math.toIntExact((point.attacks().size() + rounds * atEpochs)
                * point.data().auxiliary().size());
    }

    @Override
    public void started(TrialPlan plan) {
        states.remove(ids.apply(plan));
        events.accept(new TrialEvent.Started(
                EventJson.now(), ids.apply(plan), state(plan).share.done(), process, attempt));
    }

    @Override
    public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        double share = state(plan).share.epoch(metrics.epoch(), epochs);
        events.accept(new TrialEvent.Epoch(EventJson.now(), ids.apply(plan), share, epochs, metrics));
    }

    @Override
    public void phase(TrialPlan plan, String what, double fraction, String detail) {
        State state = state(plan);
        if (what.startsWith(ATTACK)) {
            if (!what.equals(state.attack)) {
                state.attack = what;
                state.place++;
                events.accept(new TrialEvent.Attack(
                        EventJson.now(),
                        ids.apply(plan),
                        state.share.attack(state.place, 0),
                        what.substring(ATTACK.length()),
                        state.place,
                        state.attacks));
            }
            state.share.attack(state.place, fraction);
        }
        if (!detail.isEmpty()) {
            events.accept(new TrialEvent.Progress(EventJson.now(), ids.apply(plan), state.share.done(), what, detail));
        }
    }
}

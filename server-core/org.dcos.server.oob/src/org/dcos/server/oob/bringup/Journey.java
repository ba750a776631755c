package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes step by step with one arrival until it is in the pool or stands still. */
final class Journey {

    private static final Logger LOG = LoggerFactory.getLogger(Journey.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration AFTER_WRONG_LOGINS = Duration.ofMinutes(5);
    private static final int REFUSALS = 3;

    private final Identification identification;
    private final Ownership ownership;
    private final StaticAddress address;
    private final Admission admission;
    private final Book book;
    private final Settings settings;
    private final Milestones milestones;
    private final InstantSource clock;

    Journey(Hands hands, Book book, Settings settings, Logins logins, Planned planned, Milestones milestones,
            Duration patience) {
        this.book = book;
        this.settings = settings;
        this.milestones = milestones;
        this.clock = hands.clock();
        this.identification = new Identification(hands, book, logins, planned);
        this.ownership = new Ownership(hands, book, logins, planned, settings, milestones);
        this.address = new StaticAddress(hands, book, logins, planned, settings, milestones, patience);
        this.admission = new Admission(hands, logins, planned);
    }

    void goOn(Kept start) throws InterruptedException {
        Kept now = start;
        while (now.arrival().current().isPresent() && !waits(now.arrival())) {
            Arrival.Step.Kind kind = now.arrival().current().get().kind();
            try {
                milestones.passed("before " + kind);
                Step.Done done = step(kind, now);
                milestones.passed("after " + kind);
                now = book.save(new Kept(done.kept().arrival().did(kind, done.evidence(), clock.instant()),
                        done.kept().intent().withTries(0)));
            } catch (Stuck e) {
                standStill(latest(now), e);
                return;
            } catch (BmcFailure e) {
                standStill(latest(now), stuck(latest(now), e));
                return;
            } catch (Problem e) {
                standStill(latest(now), Stuck.until(Cause.RECORDS, e.getMessage(),
                        "Put the records right and try it again."));
                return;
            }
        }
    }

    /** The last step is a person's where the settings say so. */
    boolean waits(Arrival arrival) {
        return !settings.now().release()
                && arrival.current().filter(step -> step.kind() == Arrival.Step.Kind.RELEASE).isPresent();
    }

    /** A step keeps what it is about to do, before it fails. */
    private Kept latest(Kept kept) {
        return book.byId(kept.arrival().id()).orElse(kept);
    }

    private Step.Done step(Arrival.Step.Kind kind, Kept kept)
            throws Stuck, BmcFailure, Problem, InterruptedException {
        return switch (kind) {
            case LOGIN -> identification.login(kept);
            case IDENTIFY -> identification.identify(kept);
            case MATCH -> identification.match(kept);
            case COMPARE -> ownership.compare(kept);
            case PASSWORD -> ownership.password(kept);
            case CLOSE -> ownership.close(kept);
            case CLOCK -> ownership.clock(kept);
            case ADDRESS -> address.take(kept);
            case ACCEPT -> admission.accept(kept);
            case CHECK -> admission.check(kept);
            case RELEASE -> admission.release(kept);
        };
    }

    private static Stuck stuck(Kept kept, BmcFailure e) {
        String sentence = Optional.ofNullable(e.getMessage()).orElse("");
        boolean again = kept.intent().tries() < REFUSALS;
        return switch (e.kind()) {
            case SILENT -> Stuck.forNow(Cause.SILENT, sentence,
                    "Look at its network cable and whether it has power; it is tried again by itself.");
            case WRONG_CREDENTIAL -> Stuck.until(Cause.WRONG_LOGIN, sentence,
                    "Its password was changed by somebody else: add its login to the first logins and try it again.");
            case NO_SAFE_SUITE -> Stuck.until(Cause.REFUSED, sentence,
                    "Turn cipher suite 3 or 17 on in the BMC's own web page, or update its firmware.");
            case REFUSED -> again ? Stuck.forNow(Cause.REFUSED, sentence, "Nothing: it is tried again by itself.")
                    : Stuck.until(Cause.REFUSED, sentence,
                            "Reset the BMC or update its firmware, then try it again.");
            case GARBAGE -> again ? Stuck.forNow(Cause.REFUSED, sentence, "Nothing: it is tried again by itself.")
                    : Stuck.until(Cause.REFUSED, sentence,
                            "What answers there is no sound BMC: look what it is, reset it, then try it again.");
        };
    }

    private void standStill(Kept kept, Stuck why) {
        int tries = kept.intent().tries();
        Optional<Instant> next = why.quarantine() ? Optional.empty()
                : Optional.of(clock.instant().plus(wait(why,
                        tries)));
        Trouble trouble = why.trouble(next);
        try {
            admission.failed(kept, trouble.cause());
        } catch (Problem e) {
            LOG.warn("The records of the server at {} were not set to ACCEPTING_FAILED: {}", kept.arrival().address(),
                    e.getMessage());
        }
        // the tries of the login step count the ladder's rungs
        var intent = trouble.cause() == Cause.WRONG_LOGIN ? kept.intent() : kept.intent().withTries(tries + 1);
        book.save(new Kept(kept.arrival().with(Optional.of(trouble), clock.instant()), intent));
    }

    /** After a fault of ours, whose stack is in the log. */
    void faulty(Kept kept) {
        standStill(latest(kept), Stuck.forNow(Cause.REFUSED,
                "An internal error stopped it; details are in the log of the server-core.",
                "Report this; it is tried again by itself."));
    }

    private static Duration wait(Stuck why, int tries) {
        if (why.trouble(Optional.empty()).cause() == Cause.WRONG_LOGIN) {
            return AFTER_WRONG_LOGINS;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}

package org.dcos.server.cmdb.deviation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.EvidenceSource;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.server.cmdb.live.LiveRecords;

/** Gathers the evidence of all sources, which may come and go, and compares it with the records. */
record Run(LiveRecords records, List<EvidenceSource> sources, InstantSource clock) {

    record Look(List<Evidence> evidence) {}

    record Outcome(AuditRun run, List<Deviation> changed, List<Unseen> unseen) {}

    int points() {
        return sources.stream().mapToInt(EvidenceSource::points).sum();
    }

    Look look(Progress progress) throws InterruptedException {
        var evidence = new ArrayList<Evidence>();
        for (EvidenceSource source : sources) {
            evidence.addAll(source.look(progress));
        }
        return new Look(evidence);
    }

    Outcome compare(AuditRun begun, Look look, Collection<Deviation> known, boolean cancelled) {
        Instant now = clock.instant();
        List<Recorded> recorded = records.read(Recorded::of);
        var result = Comparison.of(recorded, look.evidence(), now);
        var merged = new Merging(recorded, look.evidence(), result, now).merge(known, result.findings());
        int notAsked = count(look, Answer.NOT_ASKED);
        int withoutPoint = (int) result.unseen().stream().filter(one -> one.point().isEmpty()).count();
        int expected = (int) recorded.stream().filter(Recorded::expected).count();
        int seen = (int) recorded.stream().filter(Recorded::expected).filter(one -> result.seen().contains(one.id()))
                .count();
        var run = new AuditRun(begun.id(), begun.operation(), begun.started(), Optional.of(now), begun.startedBy(),
                cancelled ? AuditRun.State.CANCELLED : AuditRun.State.COMPLETED, look.evidence().size() - notAsked,
                count(look, Answer.ANSWERED), count(look, Answer.SILENT), count(look, Answer.REFUSED),
                notAsked + withoutPoint, expected, seen, merged.found(), merged.opened(), merged.gone());
        return new Outcome(run, merged.changed(), result.unseen());
    }

    private static int count(Look look, Answer answer) {
        return (int) look.evidence().stream().filter(one -> one.answer() == answer).count();
    }
}

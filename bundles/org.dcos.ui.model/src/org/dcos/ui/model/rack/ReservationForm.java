package org.dcos.ui.model.rack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.RackReservation;
import org.dcos.ui.model.text.Texts;

/** What is asked of who wants units kept. @param until a date as 2026-11-25; empty: until it is deleted */
public record ReservationForm(String height, String holder, String why, String until) {

    /** What has to be mended, in words; empty when nothing. */
    public String problem(Texts texts) {
        if (units().isEmpty()) {
            return texts.get("reserve.height.wrong", height);
        }
        if (holder.isBlank()) {
            return texts.get("reserve.holder.missing");
        }
        return until.isBlank() || date().isPresent() ? "" : texts.get("reserve.until.wrong", until);
    }

    /** To be saved; only where there is no problem. */
    public RackReservation reservation(UUID id, UUID rack, double lowestUnit) {
        return new RackReservation(id, 0, rack, lowestUnit, units().orElseThrow(), holder.strip(), why.strip(), date(),
                Map.of(), Map.of());
    }

    private Optional<Double> units() {
        try {
            double units = Double.parseDouble(height.strip());
            return Optional.of(units).filter(given -> given >= 0.5 && given <= 60 && given * 2 == Math.rint(given * 2));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date() {
        try {
            return until.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(until.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

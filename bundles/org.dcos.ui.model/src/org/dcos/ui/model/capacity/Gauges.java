package org.dcos.ui.model.capacity;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;

/** Words a load as gauges. What nothing is recorded of has none. */
public final class Gauges {

    private static final double HIGH = 0.9;
    private static final int GRAMS_PER_KILOGRAM = 1000;

    private final Texts texts;
    private final Quantities quantities;

    public Gauges(Texts texts) {
        this.texts = texts;
        this.quantities = new Quantities(texts.locale());
    }

    /** For a panel: units, power now and at most, weight, network ports, outlets. */
    public List<GaugeSight> of(Load load) {
        var gauges = new ArrayList<GaugeSight>();
        if (load.racks() == 0) {
            return gauges;
        }
        gauges.add(units(load));
        if (load.telling() > 0) {
            gauges.add(power("gauge.power", load, load.drawn(), ""));
        }
        if (load.rated().sum() > 0) {
            gauges.add(power("gauge.rated", load, load.rated().sum(), unknown(load.rated().unknown())));
        }
        if (load.telling() == 0 && load.rated().sum() == 0 && load.budget().sum() > 0) {
            gauges.add(new GaugeSight(texts.get("gauge.rated"),
                    texts.get("gauge.power.budget", quantities.kilowatts(load.budget().sum())),
                    unknown(load.rated().unknown()), OptionalDouble.empty(), Mark.NONE));
        }
        if (load.grams().sum() > 0) {
            gauges.add(weight(load));
        }
        use("gauge.ports", load.ports(), gauges);
        use("gauge.outlets", load.outlets(), gauges);
        return gauges;
    }

    /** For the head of a rack, where there is room for few words: units, weight, ports. Power stands there already. */
    public List<GaugeSight> brief(Load load) {
        var gauges = new ArrayList<GaugeSight>();
        gauges.add(units(load));
        if (load.grams().sum() > 0) {
            gauges.add(weight(load));
        }
        if (load.ports().all() > 0) {
            gauges.add(new GaugeSight(texts.get("gauge.ports"),
                    texts.get("gauge.ports.of", load.ports().used(), load.ports().all()), "", share(load.ports()),
                    Mark.NONE));
        }
        return gauges;
    }

    private GaugeSight units(Load load) {
        double taken = load.usedUnits() + load.keptUnits();
        return new GaugeSight(texts.get("gauge.units"),
                texts.get("gauge.units.of", number(load.usedUnits()), number(load.units())),
                load.keptUnits() > 0 ? texts.get("gauge.kept", number(load.keptUnits())) : "",
                load.units() > 0 ? OptionalDouble.of(taken / load.units()) : OptionalDouble.empty(), Mark.NONE);
    }

    private GaugeSight power(String key, Load load, double watts, String note) {
        var share = load.budget().share(watts);
        String text = share.isPresent()
                ? texts.get("gauge.power.of", quantities.kilowatts(watts), quantities.kilowatts(load.budget().sum()))
                : texts.get("gauge.power.only", quantities.kilowatts(watts));
        return new GaugeSight(texts.get(key), text, joined(note, without(load.budget())), share, mark(share));
    }

    private GaugeSight weight(Load load) {
        double kilograms = load.grams().sum() / (double) GRAMS_PER_KILOGRAM;
        var share = load.kilograms().share(kilograms);
        String text = share.isPresent()
                ? texts.get("gauge.weight.of", whole(kilograms), whole(load.kilograms().sum()))
                : texts.get("gauge.weight.only", whole(kilograms));
        return new GaugeSight(texts.get("gauge.weight"), text,
                joined(unknown(load.grams().unknown()), without(load.kilograms())), share, mark(share));
    }

    private void use(String key, Use use, List<GaugeSight> gauges) {
        if (use.all() > 0) {
            gauges.add(new GaugeSight(texts.get(key), texts.get("gauge.used.of", use.used(), use.all()), "", share(use),
                    Mark.NONE));
        }
    }

    private static OptionalDouble share(Use use) {
        return OptionalDouble.of(use.used() / (double) use.all());
    }

    private static Mark mark(OptionalDouble share) {
        double known = share.orElse(0);
        return known > 1 ? Mark.CRITICAL : known >= HIGH ? Mark.WARNING : Mark.NONE;
    }

    private String unknown(int devices) {
        return devices == 0 ? "" : texts.get("gauge.unknown", devices);
    }

    private String without(Load.Limit limit) {
        return limit.without() == 0 || limit.sum() == 0 ? "" : texts.get("gauge.without", limit.without());
    }

    private String joined(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? a + b : texts.get("gauge.joined", a, b);
    }

    private String number(double units) {
        var format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(1);
        return format.format(units);
    }

    private String whole(double value) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(Math.round(value));
    }
}

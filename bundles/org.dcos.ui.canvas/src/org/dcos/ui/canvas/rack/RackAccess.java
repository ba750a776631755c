package org.dcos.ui.canvas.rack;

import org.dcos.ui.canvas.mark.Mark;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells a screen reader what is selected: rack, units, name, state. */
final class RackAccess {

    static void install(RackCanvas canvas) {
        var accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = canvas.words().canvas();
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LIST;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = canvas.selection().map(hit -> describe(hit, canvas.words())).orElse("");
            }
        });
        canvas.onSelect(_ -> accessible.selectionChanged());
    }

    static String describe(RackHit hit, RackWords words) {
        return switch (hit) {
            case RackHit.OnDevice(var rack, var device) -> "%s U%d, %s, %s %s"
                    .formatted(rack.name(), device.lowestUnit(),
                            device.label(), device.mark() == Mark.NONE ? "" : words.marks().get(device.mark()),
                            device.ageText())
                    .strip();
            case RackHit.OnUnit(var rack, var unit) -> "%s U%d".formatted(rack.name(), unit);
            case RackHit.OnRack(var rack) -> "%s, %s".formatted(rack.name(), rack.load());
        };
    }

    private RackAccess() {}
}

package org.dcos.ui.parts.wave;

import java.util.Optional;

import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisRun;
import org.dcos.ui.model.wave.WavePlanModel;
import org.dcos.ui.model.wave.WaveRunsModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Orders to many servers: which there were, how the chosen one goes wave by wave, and what became of each server. */
public final class WavesPart extends DeskPart {

    public static final String ID = "org.dcos.view.waves";

    private WaveRunsModel model;
    private WavesBoard board;

    @Override
    protected void create(Composite body) {
        model = new WaveRunsModel(desk().estate(), desk().modelTexts(), desk().clock().getZone());
        board = new WavesBoard(body, desk(), model, order -> order(getSite().getWorkbenchWindow(), desk(), order));
        follow(desk().estate().connection(), _ -> model.load());
    }

    /** Shows the plan of an order, gives it when it is confirmed, and shows how it goes. */
    public static void order(IWorkbenchWindow window, Desk desk, ChassisOrder order) {
        Optional<ChassisOrder> confirmed = new WaveDialog(window.getShell(), desk, order).ask();
        confirmed.ifPresent(given -> WavePlanModel.give(desk.estate(), desk.modelTexts(), given,
                outcome -> outcome.value().ifPresentOrElse(run -> show(window, run),
                        () -> Sentence.trouble(window.getShell(), desk.texts(), outcome.problem()))));
    }

    private static void show(IWorkbenchWindow window, ChassisRun run) {
        try {
            if (window.getActivePage() != null
                    && window.getActivePage().showView(ID) instanceof WavesPart part) {
                part.model.choose(Optional.of(run.id()));
            }
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(ID), e);
        }
    }

    @Override
    public void setFocus() {
        board.setFocus();
    }

    @Override
    public void dispose() {
        if (model != null) {
            model.close();
        }
        super.dispose();
    }
}

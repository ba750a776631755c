package org.dcos.ui.parts.bringup;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.model.bringup.BoardFilter;
import org.dcos.ui.model.bringup.BoardModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The racks that the board can be narrowed to, room by room. */
final class RackMenu {

    private RackMenu() {}

    /** @param all words for all racks with something on its way */
    static void open(FlatButton below, BoardModel model, String all) {
        var menu = new Menu(below);
        item(menu, model, new BoardModel.Choice(new BoardFilter.OnTheirWay(), all), "");
        for (var choice : model.choices()) {
            boolean room = choice.filter() instanceof BoardFilter.OfRoom;
            if (room) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            item(menu, model, choice, room ? "" : "    ");
        }
        menu.addListener(SWT.Hide, _ -> below.getDisplay().asyncExec(menu::dispose));
        var at = below.toDisplay(0, below.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    private static void item(Menu menu, BoardModel model, BoardModel.Choice choice, String indent) {
        var item = new MenuItem(menu, SWT.RADIO);
        item.setText(indent + choice.title());
        item.setSelection(choice.filter().equals(model.filter()));
        item.addListener(SWT.Selection, _ -> {
            if (item.getSelection()) {
                model.show(choice.filter());
            }
        });
    }
}

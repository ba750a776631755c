package org.dcos.ui.model.text;

/** Places as the server-core says them, in the operator's language. */
public final class PlaceWords {

    private static final String UNRACKED = "not racked";
    private static final String REAR = " rear";

    private final Texts texts;

    public PlaceWords(Texts texts) {
        this.texts = texts;
    }

    /** @param place e.g. {@code Shanghai A / Room 201 / A03 U28 rear} */
    public String said(String place) {
        if (place.equals(UNRACKED)) {
            return texts.get("place.unracked");
        }
        return place.endsWith(REAR)
                ? place.substring(0, place.length() - REAR.length()) + " " + texts.get("place.rear")
                : place;
    }
}

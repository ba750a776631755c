/** What hangs on what, what is hit when something goes, and where cables lead. */
package org.dcos.ui.model.impact;

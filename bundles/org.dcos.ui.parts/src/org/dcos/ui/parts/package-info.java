/** What the console shows and does: thin parts over view-models and drawn widgets. */
package org.dcos.ui.parts;

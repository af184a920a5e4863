//! Pictures: layout functions make a Scene; exporters turn it into SVG.

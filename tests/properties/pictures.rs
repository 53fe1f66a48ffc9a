//! Pictures: written and read, corrupted, inverted, compared.

use hopfield_net::{Error, Generator, Pattern};
use proptest::prelude::*;

use crate::support::scenes::{scenes, thorough};

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn text_art_and_signs_read_back_the_same(scene in scenes(0, 0)) {
        let (_, picture) = scene.pictures();
        let art = picture.to_string();
        prop_assert_eq!(art.lines().count(), scene.rows);
        prop_assert!(art.lines().all(|line| line.len() == scene.columns));
        prop_assert_eq!(&art.parse::<Pattern>().unwrap(), &picture);
        let indented: String = art.lines().map(|line| format!("\n\n  {line} \r\n")).collect();
        prop_assert_eq!(&indented.parse::<Pattern>().unwrap(), &picture);
        prop_assert_eq!(&Pattern::from_signs(scene.rows, scene.columns, &picture.signs()).unwrap(), &picture);
    }

    #[test]
    fn hexadecimal_reads_back_the_same(word: u64) {
        let picture = Pattern::from_word(word);
        let hex = picture.hex().unwrap();
        prop_assert_eq!(&hex, &format!("0x{word:016x}"));
        prop_assert_eq!(&Pattern::from_hex(&hex).unwrap(), &picture);
        prop_assert_eq!(&Pattern::from_hex(&format!("{word:X}")).unwrap(), &picture);
        prop_assert!((0..64).all(|cell| picture.is_active(cell) == (word >> cell & 1 == 1)));
    }

    #[test]
    fn any_text_is_a_picture_or_a_clear_error(
        text in prop_oneof![any::<String>(), "[#. \n\r\t]{0,90}", "[#.]{1,70}\n[#.x]{1,70}", "(0x)?[+0-9a-gA-G]{0,20}"],
    ) {
        match text.parse::<Pattern>() {
            Ok(picture) => prop_assert_eq!(picture.to_string().parse::<Pattern>(), Ok(picture)),
            Err(error) => prop_assert!(error.to_string().starts_with("expected ")),
        }
        match Pattern::from_hex(&text) {
            Ok(picture) => prop_assert_eq!(Pattern::from_hex(&picture.hex().unwrap()), Ok(picture)),
            Err(error) => prop_assert!(error.to_string().starts_with("expected ")),
        }
    }

    #[test]
    fn corrupting_turns_over_exactly_so_many_cells(scene in scenes(0, 0), share in 0.0..=1.0_f64) {
        let (_, picture) = scene.pictures();
        let count = (share * scene.cells() as f64).round() as usize;
        let mut generator = Generator::new(scene.seed);
        let mut broken = picture.clone();
        broken.corrupt(count, &mut generator).unwrap();
        let differing = (0..scene.cells()).filter(|&cell| broken.spin(cell) != picture.spin(cell)).count();
        prop_assert_eq!(differing, count);
        prop_assert_eq!(broken.differences(&picture), count);

        let (before, drawn) = (broken.clone(), generator.clone());
        prop_assert!(broken.corrupt(scene.cells() + 1, &mut generator).is_err());
        prop_assert_eq!((broken, generator), (before, drawn));
    }

    #[test]
    fn overlap_and_inverse_are_what_they_are_cell_by_cell(scene in scenes(1, 1)) {
        let (memories, picture) = scene.pictures();
        let other = &memories[0];
        let cells = 0..scene.cells();
        let products = cells.clone().map(|cell| i32::from(picture.spin(cell) * other.spin(cell)));
        prop_assert_eq!(picture.overlap(other), products.sum::<i32>());
        prop_assert_eq!(picture.overlap(&picture.inverse()), -(scene.cells() as i32));
        prop_assert!(cells.into_iter().all(|cell| picture.inverse().spin(cell) == -picture.spin(cell)));
        prop_assert_eq!(&picture.inverse().inverse(), &picture);
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    assert_eq!(Pattern::blank(0, 0), Err(Error::Size { rows: 0, columns: 0 }));
    assert_eq!(Pattern::blank(8, 65), Err(Error::Size { rows: 8, columns: 65 }));
    assert_eq!(Pattern::from_signs(1, 3, &[1, -1]), Err(Error::Length { expected: 3, got: 2 }));
    assert_eq!(Pattern::from_signs(1, 3, &[1, 0, 2]), Err(Error::Cell { cell: 1, got: 0 }));
    for text in ["", "#.\n#", "#o", "\n \n"] {
        assert!(text.parse::<Pattern>().is_err(), "{text:?}");
    }
    for hex in ["", "0x", "+1", "0x0x1", "11112222333344445", "g"] {
        assert!(Pattern::from_hex(hex).is_err(), "{hex:?}");
    }
}
